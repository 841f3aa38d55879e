import { type Programme, readShortForm, weekOf } from "@levelhip/care";
import { planOf, resumePoint, type SessionState } from "@levelhip/records";
import { pageIds, takeTurn } from "@levelhip/records/browser";
import { useCallback, useEffect, useState } from "react";
import { keep as record, type Ready } from "../../../keeping/journal.ts";
import { useWords } from "../../../keeping/words.ts";
import { useSettings } from "../../../keeping/settings.ts";
import { go, to } from "../../../shell/router.ts";
import { i18n, useText } from "../../../texts/texts.ts";
import type { Cue, Kept, SessionPress } from "./events.ts";
import type { SessionInput } from "./flow.ts";
import { Frame, FrameNotes } from "./Frame.tsx";
import { stateOf } from "./machine.ts";
import { hearing, listen } from "./ports/repSource.ts";
import { Sounds } from "./ports/sounds.ts";
import type { NoVoice } from "./ports/speech.ts";
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
  const { sounds, noVoice } = useSounds(voice, preferences.tones);
  const [crash, setCrash] = useState<unknown>(null);
  const [recorder] = useState(() => {
    const point = session ? resumePoint(session) : null;
    const set = point?.at === "in-set" || point?.at === "ask-set" ? point.set.id : null;
    const start = { programme: kept.state.decisions.at(-1)?.id ?? null, plan: input.plan };
    return new Recorder(
      { write: record, next: () => pageIds.next() },
      start,
      session ? { session: session.id, set } : null,
    );
  });
  const [said, setSaid] = useState("");
  const hear = useCallback(
    (cue: Cue) => {
      soundOf(cue, sounds.tones);
      const words = wordsOf(cue, t, say);
      if (words) sounds.speech.say(words.text, words.now);
      // what the page shows with a heading, or the voice counts, is not said twice
      if (words && (cue.cue !== "rep" || !sounds.hasVoice) && cue.cue !== "second" && cue.cue !== "ask")
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
        await record("programme", closedBy(programme, found.level, because, now));
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
    <FrameNotes value={<Notes kept={kept} wake={wake} noVoice={voice ? noVoice : null} state={state} />}>
      <Page {...view} kept={kept} programme={programme} recorder={recorder} />
      <output className="visually-hidden">{said}</output>
    </FrameNotes>
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
      return <Over {...view} recorder={recorder} programme={programme} />;
    case "left":
      return null;
    default:
      return <Hurting {...view} />;
  }
}

// --- sound, screen, words ------------------------------------------------------------------------------------------------

/** Voice and tones as they are wanted, and why there is no voice. */
function useSounds(voice: boolean, tones: boolean): { readonly sounds: Sounds; readonly noVoice: NoVoice | null } {
  const [sounds] = useState(() => new Sounds());
  const [noVoice, setNoVoice] = useState<NoVoice | null>(null);
  useEffect(() => sounds.wantTones(tones), [sounds, tones]);
  useEffect(() => {
    void sounds.wantVoice(voice ? i18n.locale : null).then(setNoVoice);
  }, [sounds, voice]);
  useEffect(() => () => sounds.silence(), [sounds]);
  return { sounds, noVoice };
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
  readonly noVoice: NoVoice | null;
  readonly state: string;
}
/** What must be told while a session runs: the screen, the voice, records that do not outlive the page. */
function Notes({ kept, wake, noVoice, state }: NotesProps) {
  const t = useText();
  const say = useWords();
  const quiet = state === "painBefore" || state === "warming" || state === "paused" || state === "kept";
  const notes = [
    kept.problem ? say(kept.problem.say) : null,
    quiet && wake !== null && wake !== "held" ? t("train.session.note.screen") : null,
    quiet && noVoice !== null
      ? t(noVoice === "remote" ? "train.session.note.voice-remote" : "train.session.note.voice-none")
      : null,
  ].filter((one) => one !== null);
  if (notes.length === 0) return null;
  return (
    <output className={styles.notes}>
      {notes.map((note) => (
        <span key={note}>{note}</span>
      ))}
    </output>
  );
}
