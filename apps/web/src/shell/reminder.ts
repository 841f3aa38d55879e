/** Where the sessions keep how somebody likes them. */
const KEY = "levelhip.session/1";

/** Loads the reminder where somebody asked for one; nothing of it otherwise. */
export function remindIfWanted(): void {
  try {
    if (!localStorage.getItem(KEY)?.includes('"reminder":"notification"')) return;
  } catch {
    return;
  }
  void import("../rooms/train/session/reminding.ts").then(({ remind }) => remind());
}
