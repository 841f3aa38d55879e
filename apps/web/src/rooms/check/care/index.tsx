import type { ReactNode } from "react";
import { WithPerson } from "../../../keeping/WithPerson.tsx";
import type { Route } from "../../../shell/router.ts";
import { AnswersPage } from "./AnswersPage.tsx";
import { CardPage } from "./CardPage.tsx";
import { FindingsPage } from "./findings/FindingsPage.tsx";
import { Hub } from "./Hub.tsx";
import type { Kept } from "../../../care/keeper.ts";
import { LetterPage } from "./LetterPage.tsx";
import { QuestionPage } from "./QuestionPage.tsx";
import { SeenPage } from "./SeenPage.tsx";
import { SignsPage } from "./SignsPage.tsx";
import { TestPage } from "./tests/TestPage.tsx";
import { TestsPage } from "./tests/TestsPage.tsx";
import { TotalsPage } from "./tests/TotalsPage.tsx";

/** The way through care: warning signs → questions → tests that fit → findings → programme. */
export default function Care({ route }: { readonly route: Route }) {
  const [, page = "", id = "", how = ""] = route.parts;
  return <WithPerson>{(kept) => pageOf(kept, page, id, how)}</WithPerson>;
}

function pageOf(kept: Kept["kept"], page: string, id: string, how: string): ReactNode {
  switch (page) {
    case "q":
      return <QuestionPage key={`${id}/${how}`} kept={kept} id={id} how={how === "change" ? "change" : "on"} />;
    case "signs":
      return <SignsPage kept={kept} />;
    case "seen":
      return <SeenPage kept={kept} />;
    case "answers":
      return <AnswersPage kept={kept} />;
    case "totals":
      return <TotalsPage kept={kept} />;
    case "tests":
      return id === "" ? <TestsPage kept={kept} /> : <TestPage key={id} kept={kept} id={id} />;
    case "findings":
      return <FindingsPage kept={kept} />;
    case "card":
      return <CardPage />;
    case "letter":
      return <LetterPage kept={kept} />;
    default:
      return <Hub kept={kept} />;
  }
}
