import { kept, opened } from "../../../keeping/journal.ts";
import { loadTexts, textNow } from "../../../texts/texts.ts";
import { prefer, preferences } from "./preferences.ts";
import { reminderDue } from "./reminder.ts";
import { todayOf } from "./settle.ts";

const LOOK_EVERY_MS = 5 * 60_000;

/** Looks now and then whether a reminder is due, while the app is open. One a day at most. */
export async function remind(): Promise<void> {
  await Promise.all([opened(), loadTexts("train")]);
  look();
  setInterval(look, LOOK_EVERY_MS);
}

function look(): void {
  const now = kept();
  if (now.status !== "ready" || globalThis.Notification?.permission !== "granted") return;
  if (!reminderDue(preferences(), now.state, now.now)) return;
  prefer({ remindedOn: todayOf(now.now) });
  // phones show notifications through the service worker only
  const title = textNow("train.session.reminder.title");
  const body = textNow("train.session.reminder.body");
  void navigator.serviceWorker
    ?.getRegistration()
    .then((worker) =>
      worker
        ? worker.showNotification(title, { body, tag: "levelhip-training" })
        : void new Notification(title, { body }),
    )
    .catch(() => undefined);
}
