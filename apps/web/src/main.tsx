import "./design/face.css";
import "./design/tokens.css";
import "./design/base.css";
import { I18nProvider } from "@lingui/react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { languageOf, onSettings, settings } from "./keeping/settings.ts";
import { keepOffline } from "./keeping/offline.ts";
import { App } from "./shell/App.tsx";
import { remindIfWanted } from "./shell/reminder.ts";
import { followTheme } from "./shell/theme.ts";
import { i18n, type Language, setLanguage } from "./texts/texts.ts";

const language = (): Language => languageOf(settings(), navigator.languages);

followTheme();
await setLanguage(language());
onSettings(() => {
  if (language() !== i18n.locale) void setLanguage(language());
});
createRoot(document.getElementById("app") as HTMLElement).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <App />
    </I18nProvider>
  </StrictMode>,
);
keepOffline();
remindIfWanted();
