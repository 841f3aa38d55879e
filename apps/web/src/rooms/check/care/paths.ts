import { to } from "../../../shell/router.ts";

/** Addresses of the way through care. */
export const paths = {
  hub: to("check", "care"),
  question: (id: string, how: "on" | "change" = "on") =>
    how === "change" ? to("check", "care", "q", id, "change") : to("check", "care", "q", id),
  signs: to("check", "care", "signs"),
  seen: to("check", "care", "seen"),
  review: to("check", "care", "answers"),
  totals: to("check", "care", "totals"),
  tests: to("check", "care", "tests"),
  test: (id: string) => to("check", "care", "tests", id),
  findings: to("check", "care", "findings"),
  card: to("check", "care", "card"),
  letter: to("check", "care", "letter"),
  programme: to("train"),
};
