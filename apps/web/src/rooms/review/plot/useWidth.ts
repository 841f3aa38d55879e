import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** The width that there is for a drawing [px], kept up when it changes. Drawn at its own size, so that its words stay readable. */
export function useWidth(): { readonly box: RefObject<HTMLElement | null>; readonly width: number } {
  const box = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => setWidth(Math.floor(element.clientWidth));
    look();
    const resized = new ResizeObserver(look);
    resized.observe(element);
    return () => resized.disconnect();
  }, []);
  return { box, width };
}
