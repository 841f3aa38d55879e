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
    const { css, body } = partsOf(html);
    const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    root.innerHTML = `<div class="html"><div class="body">${body}</div></div>`;
  }, [html]);
  return <section ref={host} className={styles.sheet} aria-label={label} />;
}

/** Style and content of a page of ours, fit for a root inside another page: no `html`, no `body`, and the title is not the page's own. */
export function partsOf(html: string): { readonly css: string; readonly body: string } {
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? "";
  const content = /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1] ?? "";
  return {
    css: style
      .replaceAll(":root{", ":host{")
      .replace(/(^|[\s{},])(html|body)\{/g, "$1.$2{")
      .replace(/(^|[\s{},])h1(?=[\s{,])/g, "$1.h1"),
    body: content.replace(/<h1>/g, '<div class="h1" role="heading" aria-level="2">').replaceAll("</h1>", "</div>"),
  };
}
