import { useEffect, useRef } from "react";
import styles from "./Review.module.css";

/**
 * A printed page as it will be, shown and ready to print. It lives in a root of its own, so that its style and the app's do
 * not meet; the policy of the page allows no style element, so the style goes in as a sheet.
 */
export function Sheet({ html, label }: { readonly html: string; readonly label: string }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const page = new DOMParser().parseFromString(html, "text/html");
    const css = [...page.querySelectorAll("style")].map(({ textContent }) => textContent).join("\n");
    const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(inShadow(css));
    root.adoptedStyleSheets = [sheet];
    root.innerHTML = `<div class="html"><div class="body">${page.body.innerHTML}</div></div>`;
  }, [html]);
  return <section ref={host} className={styles.sheet} aria-label={label} />;
}

/** There is no `html` and no `body` inside: two boxes stand for them. */
export const inShadow = (css: string): string =>
  css
    .replaceAll(":root{", ":host{")
    .replace(/(^|[\s{},])html\{/g, "$1.html{")
    .replace(/(^|[\s{},])body\{/g, "$1.body{");
