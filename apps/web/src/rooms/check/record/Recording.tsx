import { useMachine } from "@xstate/react";
import { watchFrames } from "@levelhip/pose/browser";
import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { Button, ButtonLink } from "../../../design/Button.tsx";
import { changeSettings, useSettings } from "../../../keeping/settings.ts";
import { bytes } from "../../../shell/format.ts";
import { Page } from "../../../shell/Page.tsx";
import { go, to } from "../../../shell/router.ts";
import { type Text, useText } from "../../../texts/texts.ts";
import { setJob } from "../analyse/job.ts";
import { openPose } from "../analyse/pose.ts";
import { OpenFile } from "../OpenFile.tsx";
import { prepared } from "../prepared.ts";
import { ProblemNotice } from "../ProblemNotice.tsx";
import { problemOf } from "../problems.ts";
import type { CheckTest } from "../tests.ts";
import { type Camera, CameraError, type Facing, hasTwoCameras, openCamera, record, type Take } from "./camera.ts";
import { footUp, type Hint, hintFor, type Sight } from "./framing.ts";
import { Ghost } from "./Ghost.tsx";
import { Live } from "./Live.tsx";
import { recorder } from "./recorder.ts";
import { useRoll } from "./roll.ts";
import { RollGauge } from "./RollGauge.tsx";
import styles from "./Recording.module.css";
import { hush, speak } from "./voice.ts";

// text-ids
const HINTS: Readonly<Record<Hint, string>> = {
  nobody: "check.hint.nobody",
  "two-people": "check.hint.two-people",
  "step-back": "check.hint.step-back",
  "come-closer": "check.hint.come-closer",
  feet: "check.hint.feet",
  head: "check.hint.head",
  "to-your-left": "check.hint.to-your-left",
  "to-your-right": "check.hint.to-your-right",
  "to-the-middle": "check.hint.to-the-middle",
  "face-camera": "check.hint.face-camera",
  "turn-side": "check.hint.turn-side",
  good: "check.hint.good",
};
// text-ids end

/** So often the camera's picture is looked at while it records: the machine's strength belongs to the recording then [ms]. */
const LOOK_WHILE_RECORDING_MS = 250;
/** So many pictures in a row that can't be looked at are a fault. */
const MISSED_MOST = 20;

/** The camera: framing help, countdown, cues, recording; goes on to the analysis by itself. */
export default function Recording({ test }: { readonly test: CheckTest }) {
  const t = useText();
  const { voice } = useSettings();
  const { side } = prepared();
  const [state, send] = useMachine(recorder, { input: { parts: test.parts, oneLeg: test.id === "single-leg-stance" } });
  const [facing, setFacing] = useState<Facing>("user");
  const [two, setTwo] = useState(false);
  const [sight, setSight] = useState<Sight | null>(null);
  const [loading, setLoading] = useState<{ loaded: number; total: number } | null>(null);
  const video = useRef<HTMLVideoElement>(null);
  const camera = useRef<Camera | null>(null);
  const take = useRef<Take | null>(null);
  const roll_deg = useRoll();
  const rollNow = useRef<number | null>(null);
  rollNow.current = roll_deg;

  const phase = typeof state.value === "string" ? state.value : (Object.keys(state.value)[0] ?? "");
  const { hint, count, part } = state.context;
  const wanted = { view: test.view, lying: test.lying, walks: test.id === "walk" };
  const see = useCallback(
    (seen: Sight) => {
      setSight(seen);
      send({ type: "SEEN", hint: hintFor(seen, wanted), footUp: footUp(seen) });
    },
    // the test does not change while this page is open
    // oxlint-disable-next-line react/exhaustive-deps
    [send],
  );
  useCamera({
    phase,
    facing,
    video,
    camera,
    see,
    setLoading,
    fail: (problem) => send({ type: "FAILED", problem }),
    ready: () => send({ type: "READY" }),
  });
  useEffect(() => {
    if (phase === "framing") void hasTwoCameras().then(setTwo);
  }, [phase]);

  // the recording itself
  useEffect(() => {
    if (phase === "recording" && !take.current && camera.current) {
      try {
        take.current = record(camera.current.stream, () => send({ type: "FAILED", problem: "recording-failed" }));
      } catch (error) {
        send({ type: "FAILED", problem: error instanceof CameraError ? error.problem : "recording-failed" });
      }
    }
    if (phase === "saving") {
      void take.current?.end().then((clip) => {
        take.current = null;
        if (!clip) return send({ type: "FAILED", problem: "recording-failed" });
        const mirrorSign = camera.current?.facing === "environment" ? 1 : -1;
        const cameraRoll_deg = rollNow.current === null ? null : mirrorSign * rollNow.current;
        setJob({
          source: "camera",
          file: clip,
          name: t("check.record.name"),
          test: test.id,
          side: test.oneLeg ? side : null,
          cameraRoll_deg,
        });
        send({ type: "SAVED" });
        go(to("check", "analyse"), "replace");
      });
    }
  }, [phase, send, side, t, test]);

  const said =
    phase === "counting"
      ? String(count)
      : phase === "recording"
        ? t(test.parts[part]?.cue ?? "", cueValues(test, side, t))
        : phase === "framing"
          ? t(HINTS[hint])
          : phase === "settling"
            ? t("check.hint.good")
            : "";
  useCue(said, voice && phase !== "starting");

  if (phase === "failed") {
    return (
      <Page title={t(test.name)} back={{ href: to("check", test.id), label: t(test.name) }}>
        <ProblemNotice problem={problemOf(state.context.problem)}>
          <Button kind="main" onPress={() => send({ type: "AGAIN" })}>
            {t("check.record.try-again")}
          </Button>
          <OpenFile test={test.id} side={test.oneLeg ? side : null} />
          <ButtonLink href={to("check", test.id)}>{t("check.record.back")}</ButtonLink>
        </ProblemNotice>
      </Page>
    );
  }
  const mirrored = camera.current?.facing !== "environment";
  return (
    <Page title={t("check.record.title", { test: t(test.name) })} quietTitle wide>
      <div className={styles.recording} data-phase={phase}>
        <div className={styles.stage} data-mirrored={mirrored}>
          <video
            ref={video}
            muted
            playsInline
            autoPlay
            className={styles.video}
            aria-label={t("check.record.preview")}
          />
          {(phase === "framing" || phase === "settling") && <Ghost test={test.id} side={test.oneLeg ? side : null} />}
          {sight && <Live sight={sight} />}
        </div>
        {roll_deg !== null && (phase === "framing" || phase === "settling") && <RollGauge roll_deg={roll_deg} />}
        <Words phase={phase} said={said} count={count} loading={loading} lasts_s={test.parts[part]?.lasts_s ?? 0} />
        <div className={styles.controls}>
          {(phase === "framing" || phase === "settling") && (
            <Button kind="main" big onPress={() => send({ type: "NOW" })}>
              {t("check.record.now")}
            </Button>
          )}
          {(phase === "recording" || phase === "counting") && (
            <Button kind="main" big onPress={() => send({ type: "STOP" })}>
              {t("check.record.stop")}
            </Button>
          )}
          <Button onPress={() => changeSettings({ voice: !voice })} aria-pressed={!voice}>
            {t(voice ? "check.record.mute" : "check.record.unmute")}
          </Button>
          {two && phase !== "recording" && (
            <Button
              onPress={() => {
                setFacing(facing === "user" ? "environment" : "user");
                send({ type: "AGAIN" });
              }}
            >
              {t(facing === "user" ? "check.record.back-camera" : "check.record.front-camera")}
            </Button>
          )}
          <ButtonLink href={to("check", test.id)} kind="quiet">
            {t("check.record.leave")}
          </ButtonLink>
        </div>
      </div>
    </Page>
  );
}

/** The foot to lift is the other one. */
const cueValues = (test: CheckTest, side: "left" | "right", t: Text) => ({
  foot: test.oneLeg ? t(side === "left" ? "check.foot.right" : "check.foot.left") : "",
});

/** Says each new cue once. */
function useCue(said: string, aloud: boolean): void {
  useEffect(() => {
    if (aloud && said !== "") speak(said);
  }, [said, aloud]);
  useEffect(() => hush, []);
}

interface WordsProps {
  readonly phase: string;
  readonly said: string;
  readonly count: number;
  readonly loading: { readonly loaded: number; readonly total: number } | null;
  /** how long this part of the recording lasts */
  readonly lasts_s: number;
}
/** What to do, large enough to be read from the other end of the room. */
function Words({ phase, said, count, loading, lasts_s }: WordsProps) {
  const t = useText();
  if (phase === "starting") {
    return (
      <output className={styles.words}>
        {loading
          ? t("check.record.loading", { loaded: bytes(loading.loaded), total: bytes(loading.total) })
          : t("check.record.starting")}
      </output>
    );
  }
  if (phase === "counting") {
    return <output className={styles.count}>{count}</output>;
  }
  return (
    <output className={styles.words}>
      {phase === "recording" && (
        <span key={said} className={styles.left} style={{ animationDuration: `${lasts_s}s` }} aria-hidden />
      )}
      {phase === "recording" && <span className={styles.dot} aria-hidden />}
      {phase === "saving" || phase === "done" ? t("check.record.saving") : said}
    </output>
  );
}

interface CameraUse {
  readonly phase: string;
  readonly facing: Facing;
  readonly video: React.RefObject<HTMLVideoElement | null>;
  readonly camera: React.RefObject<Camera | null>;
  readonly see: (sight: Sight) => void;
  readonly setLoading: (loading: { loaded: number; total: number } | null) => void;
  readonly fail: (problem: string) => void;
  readonly ready: () => void;
}

/** Opens the camera and the models side by side, feeds what is seen, and lets all go when the page is left. */
function useCamera({ phase, facing, video, camera, see, setLoading, fail, ready }: CameraUse): void {
  const isRecording = useEffectEvent(() => phase === "recording");
  const saw = useEffectEvent(see);
  const broke = useEffectEvent(fail);
  const began = useEffectEvent(ready);
  const failed = phase === "failed";
  useEffect(() => {
    if (failed) return;
    const abort = new AbortController();
    let stopWatching = () => {};
    const start = async () => {
      const [opened, pose] = await Promise.all([
        openCamera(facing, () => broke("camera-lost")).then((given) => {
          camera.current = given;
          if (video.current) video.current.srcObject = given.stream;
          if (abort.signal.aborted) given.stop();
          return given;
        }),
        openPose("full", {
          signal: abort.signal,
          onBytes: (loaded, total) => setLoading({ loaded, total }),
        }),
      ]);
      abort.signal.throwIfAborted();
      await pose.startLive();
      abort.signal.throwIfAborted();
      began();
      const element = video.current;
      if (!element || !opened) return;
      let looked_ms = 0;
      let missed = 0;
      stopWatching = watchFrames(element, (frame, t_s) => {
        const now = performance.now();
        if (isRecording() && now - looked_ms < LOOK_WHILE_RECORDING_MS) return frame.close();
        looked_ms = now;
        pose.frame(frame, t_s).then(
          (row) => {
            missed = 0;
            if (row && !abort.signal.aborted) saw({ ...row, width: row.width_px, height: row.height_px });
          },
          (error: unknown) => {
            // a single picture may be lost (the camera changes its rate, the page is busy); a row of them is a fault
            missed += 1;
            if (missed >= MISSED_MOST && !abort.signal.aborted) broke(problemOf(error));
          },
        );
      });
    };
    start().catch((error: unknown) => {
      if (!abort.signal.aborted) broke(error instanceof CameraError ? error.problem : problemOf(error));
    });
    return () => {
      abort.abort();
      stopWatching();
      camera.current?.stop();
      camera.current = null;
    };
  }, [facing, failed, camera, video, setLoading]);
}
