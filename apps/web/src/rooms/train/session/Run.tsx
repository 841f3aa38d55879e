import { type Programme, readShortForm, weekOf } from "@levelhip/care";
import { planOf, resumePoint, type SessionState } from "@levelhip/records";
import { takeTurn } from "@levelhip/records/browser";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Ready } from "../../../keeping/journal.ts";
import { useWords } from "../../../keeping/words.ts";
import { useSettings } from "../../../keeping/settings.ts";
import { go, to } from "../../../shell/router.ts";
import { i18n, useText } from "../../../texts/texts.ts";
import type { Cue, Kept, SessionPress } from "./events.ts";
import type { SessionInput } from "./flow.ts";
import { Frame } from "./Frame.tsx";
import { stateOf } from "./machine.ts";
import { hearing, listen } from "./ports/repSource.ts";
import { MUTE, openSpeech, type Speech } from "./ports/speech.ts";
import { openTones, SILENT, type Tones } from "./ports/tones.ts";
import { keepAwake, type Wake } from "./ports/wake.ts";
import { type Preferences, usePreferences } from "./preferences.ts";
import { Recorder } from "./recorder.ts";
import { resumeOf } from "./resume.ts";
import styles from "./Run.module.css";
import { closedBy, todayOf } from "./settle.ts";
import { soundOf, wordsOf } from "./speaker.ts";
import { useSession } from "./useSession.ts";
import { AfterPain, Hurting } from "./views/Hurting.tsx";
import { Asking, Closing } from "./views/Asking.tsx";
import { Confirming, PainBefore, Safety, Sore, Waiting } from "./views/Before.tsx";
import { Paused, Resting, Warming } from "./views/Between.tsx";
import { Choosing } from "./views/Choosing.tsx";
import { Blocked, Over } from "./views/Ends.tsx";
import { Counting, Moving } from "./views/Stage.tsx";
import type { View } from "./views/view.ts";

interface RunProps {
  readonly kept: Ready;
  readonly programme: Programme;
  /** the session to go on with; null for a new one */
  readonly session: SessionState | null;
}

/** One tab runs a session: this one, or the person is told which. */
export function Run(props: RunProps) {
  const t = useText();
  const say = useWords();
  const [turn, setTurn] = useState<"asking" | "mine" | "other">("asking");
  const person = props.kept.person ?? "nobody";
  useEffect(() => {
    let release: (() => void) | null = null;
    let isOver = false;
    void takeTurn(person).then((given) => {
      if (given.isMine) release = given.release;
      if (isOver) release?.();
      else setTurn(given.isMine ? "mine" : "other");
    });
    return () => {
      isOver = true;
      release?.();
    };
  }, [person]);
  if (turn === "asking") return null;
  if (turn === "other") {
    return (
      <Frame page="other" title={t("train.session.other-tab")} actions={[leaving(t("train.session.leave"))]}>
        <p>{say({ id: "records.turn.other-tab" })}</p>
      </Frame>
    );
  }
  return <Mine {...props} />;
}
const leaving = (label: string) => ({ label, keys: ["Escape"], press: () => go(to("train"), "replace") });

/** What the session is made of, as it stood when it began. */
function inputOf({ kept, programme, session }: RunProps, { source, handsFree }: Preferences): SessionInput {
  const plan = weekOf(programme, todayOf(kept.now))[0];
  return {
    plan: session?.plan ?? (plan ? planOf(plan) : []),
    phase: programme.phase,
    warmUp: plan?.warm_up ?? [],
    greenPain: programme.setting.green_pain,
    source,
    handsFree,
    resume: session ? resumeOf(session, programme.phase) : null,
  };
}

function Mine(props: RunProps) {
  const { kept, programme, session } = props;
  const t = useText();
  const say = useWords();
  const preferences = usePreferences();
  const { voice } = useSettings();
  const [input] = useState(() => inputOf(props, preferences));
  const sounds = useSounds(voice, preferences.tones);
  const write = useRef(kept.write);
  const [crash, setCrash] = useState<unknown>(null);
  const [recorder] = useState(() => {
    const point = session ? resumePoint(session) : null;
    const set = point?.at === "in-set" || point?.at === "ask-set" ? point.set.id : null;
    const book = { write: ((kind, payload) => write.current(kind, payload)) as Ready["write"] };
    const start = { programme: kept.state.decisions.at(-1)?.id ?? null, plan: input.plan };
    return new Recorder(book, start, session ? { session: session.id, set } : null);
  });
  const [said, setSaid] = useState("");
  const hear = useCallback(
    (cue: Cue) => {
      soundOf(cue, sounds.current.tones);
      const words = wordsOf(cue, t, say);
      if (words) sounds.current.speech.say(words.text, words.now);
      if (words && (cue.cue !== "rep" || sounds.current.speech === MUTE) && cue.cue !== "second" && cue.cue !== "ask")
        setSaid(words.text);
    },
    [sounds, t, say],
  );
  const now = kept.now;
  const keep = useCallback(
    (one: Kept) => {
      const written = recorder.keep(one).then(async () => {
        if (one.what !== "safety" || one.verdict !== "stop") return;
        const found = readShortForm(one.signs);
        const because = found.because.map((each) => each.say);
        await write.current("programme", closedBy(programme, found.level, because, now));
      });
      written.catch(setCrash);
    },
    [recorder, programme, now],
  );
  const { snapshot, press } = useSession(input, hear, keep);
  const state = stateOf(snapshot);
  const wake = useAwake(!["over", "left", "blocked"].includes(state));
  useSpokenReps(state === "moving" && input.source === "voice", press);
  useEffect(() => {
    if (state === "left") go(to("train"), "replace");
  }, [state]);
  // sound opens with a press; until then the first words wait
  const pressed = useCallback(
    (given: SessionPress) => {
      sounds.wake();
      press(given);
    },
    [sounds, press],
  );
  if (crash) throw crash;
  const view: View = { flow: snapshot.context, state, press: pressed, t, say };
  return (
    <>
      <Page {...view} kept={kept} programme={programme} recorder={recorder} />
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <Notes kept={kept} wake={wake} sounds={sounds} isOn={voice} state={state} />
    </>
  );
}

function Page(props: View & Pick<RunProps, "kept" | "programme"> & { readonly recorder: Recorder }) {
  const { kept, programme, recorder, ...view } = props;
  switch (view.state) {
    case "safety":
      return <Safety {...view} />;
    case "confirming":
      return <Confirming {...view} />;
    case "waiting":
      return <Waiting {...view} />;
    case "painBefore":
      return <PainBefore {...view} />;
    case "sore":
      return <Sore {...view} />;
    case "warming":
      return <Warming {...view} />;
    case "resting":
      return <Resting {...view} />;
    case "counting":
      return <Counting {...view} />;
    case "moving":
      return <Moving {...view} />;
    case "asking":
      return <Asking {...view} />;
    case "paused":
    case "kept":
      return <Paused {...view} />;
    case "exerciseOver":
    case "eased":
      return <AfterPain {...view} />;
    case "choosing":
      return <Choosing {...view} programme={programme} today={todayOf(kept.now)} />;
    case "closing":
      return <Closing {...view} />;
    case "blocked":
      return <Blocked {...view} />;
    case "over":
      return <Over {...view} session={recorder.session} programme={programme} />;
    case "left":
      return null;
    default:
      return <Hurting {...view} />;
  }
}

// --- sound, screen, words ------------------------------------------------------------------------------------------------

interface Sounds {
  readonly current: { tones: Tones; speech: Speech };
  /** why there is no voice; null where there is one, or nobody asked yet */
  readonly noVoice: "none" | "remote" | null;
  readonly wake: () => void;
}

function useSounds(voice: boolean, tones: boolean): Sounds {
  const [current] = useState({ tones: SILENT, speech: MUTE });
  const [noVoice, setNoVoice] = useState<"none" | "remote" | null>(null);
  const isAwake = useRef(false);
  const wanted = useRef(tones);
  wanted.current = tones;
  const wake = useCallback(() => {
    if (isAwake.current) return;
    isAwake.current = true;
    if (wanted.current) current.tones = openTones();
  }, [current]);
  useEffect(() => {
    if (isAwake.current) current.tones = tones ? openTones() : SILENT;
    return () => current.tones.silence();
  }, [current, tones]);
  useEffect(() => {
    let isOver = false;
    if (!voice) {
      current.speech.hush();
      current.speech = MUTE;
      return;
    }
    void openSpeech(i18n.locale).then((found) => {
      if (isOver) return;
      if (typeof found === "string") setNoVoice(found);
      else current.speech = found;
    });
    return () => {
      isOver = true;
      current.speech.hush();
    };
  }, [current, voice]);
  return useMemo(() => ({ current, noVoice, wake }), [current, noVoice, wake]);
}

function useAwake(isOn: boolean): Wake | null {
  const [wake, setWake] = useState<Wake | null>(null);
  useEffect(() => (isOn ? keepAwake(setWake) : undefined), [isOn]);
  return wake;
}

/** Words count repetitions where the device itself can hear them. */
function useSpokenReps(isOn: boolean, press: (press: SessionPress) => void): void {
  useEffect(() => {
    if (!isOn) return;
    let stop = () => {};
    let isOver = false;
    void hearing(i18n.locale).then((how) => {
      if (isOver || how !== "here") return;
      const listener = listen(i18n.locale, () => press({ type: "REP", source: "voice" }));
      stop = () => listener?.stop();
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [isOn, press]);
}

interface NotesProps {
  readonly kept: Ready;
  readonly wake: Wake | null;
  readonly sounds: Sounds;
  readonly isOn: boolean;
  readonly state: string;
}
/** What must be told while a session runs: the screen, the voice, records that do not outlive the page. */
function Notes({ kept, wake, sounds, isOn, state }: NotesProps) {
  const t = useText();
  const say = useWords();
  const quiet = state === "warming" || state === "resting" || state === "paused" || state === "kept";
  const notes = [
    kept.problem ? say(kept.problem.say) : null,
    quiet && wake !== null && wake !== "held" ? t("train.session.note.screen") : null,
    quiet && isOn && sounds.noVoice !== null
      ? t(sounds.noVoice === "remote" ? "train.session.note.voice-remote" : "train.session.note.voice-none")
      : null,
  ].filter((one) => one !== null);
  if (notes.length === 0) return null;
  return (
    <div className={styles.notes} role="status">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}
