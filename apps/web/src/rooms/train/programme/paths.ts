import { to } from "../../../shell/router.ts";

/** Addresses of the programme's pages. */
export const paths = {
  home: to("train"),
  session: to("train", "session"),
  exercise: (id: string) => to("train", "programme", "exercise", id),
  swap: (id: string) => to("train", "programme", "swap", id),
  days: to("train", "programme", "days"),
  things: to("train", "programme", "things"),
  log: to("train", "programme", "log"),
  check: to("check", "care"),
  signs: to("check", "care", "signs"),
  tests: to("check", "care", "tests"),
  findings: to("check", "care", "findings"),
};
