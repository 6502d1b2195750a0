import { type RefObject, useEffect, useState } from 'react';

/** Whether an element's content is larger than the element, kept current. */
export function useScrolls(element: RefObject<HTMLElement | null>): boolean {
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const at = element.current;
    if (!at) return;
    const look = () =>
      setScrolls(at.scrollWidth > at.clientWidth || at.scrollHeight > at.clientHeight + 1);
    const observer = new ResizeObserver(look);
    observer.observe(at);
    for (const child of at.children) observer.observe(child);
    return () => observer.disconnect();
  }, [element]);
  return scrolls;
}
