import { lazy } from "react";
import type { RoomProps } from "../../shell/App.tsx";
import { Home } from "./Home.tsx";
import { Prepare } from "./prepare/Prepare.tsx";
import { testOf } from "./tests.ts";

const Care = lazy(() => import("./care/index.tsx"));
const Recording = lazy(() => import("./record/Recording.tsx"));
const Analysing = lazy(() => import("./analyse/Analysing.tsx"));
const ResultPage = lazy(() => import("./result/ResultPage.tsx"));

/** Check: the way through care, or one movement: choose a test → prepare → record or open → analysis → result. */
export default function Check({ route }: RoomProps) {
  const [first = "", second = ""] = route.parts;
  if (first === "result") return <ResultPage key={second} id={second} />;
  if (first === "analyse")
    return <Analysing key={route.hash} demo={second === "demo" ? (route.parts[2] ?? "") : null} />;
  if (first === "care") return <Care route={route} />;
  const test = testOf(first);
  if (!test) return <Home />;
  if (second === "record") return <Recording key={test.id} test={test} />;
  return <Prepare key={test.id} test={test} />;
}
