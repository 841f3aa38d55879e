/** Registers the service worker that keeps the app's own files, so that it opens without a network. Not in development. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const register = () => {
    navigator.serviceWorker.register(new URL("serviceWorker.js", document.baseURI), { scope: "./" }).catch(() => {
      // a browser may forbid it (private mode): the app works, only not offline
    });
  };
  // after the page has loaded, so that it takes nothing from the first picture
  if (document.readyState === "complete") register();
  else window.addEventListener("load", register, { once: true });
}
