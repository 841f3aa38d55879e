/** Registers the service worker that keeps the app's own files, so that it opens without a network. Not in development. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  window.addEventListener("load", () => {
    navigator.serviceWorker.register(new URL("serviceWorker.js", document.baseURI), { scope: "./" }).catch(() => {
      // a browser may forbid it (private mode): the app works, only not offline
    });
  });
}
