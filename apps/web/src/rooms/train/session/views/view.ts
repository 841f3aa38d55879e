import type { Words } from "@levelhip/records";
import type { Text } from "../../../../texts/texts.ts";
import type { SessionPress } from "../events.ts";
import type { Flow } from "../flow.ts";
import type { Action } from "../Frame.tsx";

/** What every page of a session gets. */
export interface View {
  readonly flow: Flow;
  /** the state's name, with its part */
  readonly state: string;
  readonly press: (press: SessionPress) => void;
  readonly t: Text;
  readonly say: Words;
}

/** Actions that many pages offer, with the keys that are theirs everywhere. */
export const common = ({ t, press }: Pick<View, "t" | "press">) =>
  ({
    pause: { label: t("train.session.pause"), keys: [" ", "p"], press: () => press({ type: "PAUSE" }) },
    hurts: { label: t("train.session.hurts"), keys: ["h"], press: () => press({ type: "HURTS" }), kind: "stop" },
    skip: { label: t("train.session.skip"), keys: ["s"], press: () => press({ type: "SKIP" }) },
    endSet: { label: t("train.session.end-set"), keys: ["e"], press: () => press({ type: "STOP_SET" }) },
    end: { label: t("train.session.end"), keys: ["q"], press: () => press({ type: "END" }) },
    swap: { label: t("train.session.swap"), keys: ["w"], press: () => press({ type: "CHOOSE" }) },
    back: { label: t("train.session.back"), keys: ["Backspace"], press: () => press({ type: "BACK" }), kind: "quiet" },
    leave: { label: t("train.session.leave"), keys: ["Escape"], press: () => press({ type: "LEAVE" }), kind: "quiet" },
  }) as const satisfies Readonly<Record<string, Action>>;

/** Minutes and seconds, for clocks that run down. */
export const clock = (seconds: number): string => {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
};
