import { type ComponentType, lazy, type LazyExoticComponent, Suspense } from "react";
import { Wait } from "../design/Wait.tsx";
import { loadTexts, useText } from "../texts/texts.ts";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { Page } from "./Page.tsx";
import { type Room, type Route, to, useRoute } from "./router.ts";
import { Settings } from "./Settings.tsx";
import { Shell } from "./Shell.tsx";

/** A room's entry: rendered with the route; draws everything under the header itself. */
export interface RoomProps {
  readonly route: Route;
}
type RoomEntry = { readonly default: ComponentType<RoomProps> };

const room = (name: Room, entry: () => Promise<RoomEntry>): LazyExoticComponent<ComponentType<RoomProps>> =>
  lazy(async () => (await Promise.all([entry(), loadTexts(name)]))[0]);

const ROOM: Readonly<Record<Room, LazyExoticComponent<ComponentType<RoomProps>>>> = {
  check: room("check", () => import("../rooms/check/index.tsx")),
  why: room("why", () => import("../rooms/why/index.tsx")),
  train: room("train", () => import("../rooms/train/index.tsx")),
  review: room("review", () => import("../rooms/review/index.tsx")),
};

export function App() {
  const route = useRoute();
  return (
    <Shell route={route}>
      <ErrorBoundary key={route.place}>
        <Suspense fallback={<Wait />}>
          <Place route={route} />
        </Suspense>
      </ErrorBoundary>
    </Shell>
  );
}

function Place({ route }: RoomProps) {
  if (route.place === "settings") return <Settings page={route.parts[0] ?? ""} />;
  if (route.place === "nowhere") return <Nowhere />;
  const Room = ROOM[route.place];
  return <Room route={route} />;
}

function Nowhere() {
  const t = useText();
  return (
    <Page title={t("shell.nowhere.title")}>
      <p>
        {t("shell.nowhere.text")} <a href={to("check")}>{t("shell.nowhere.link")}</a>
      </p>
    </Page>
  );
}
