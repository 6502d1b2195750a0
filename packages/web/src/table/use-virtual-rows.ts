import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';
import { type VirtualWindow, windowOf } from './virtual-window.js';

/** Tables up to this length draw all their rows: the browser finds in them, and nothing is measured. */
const ALL = 200;

/** Which rows of a scrolled region are drawn. */
export function useVirtualRows(
  region: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): { readonly window: VirtualWindow; readonly onScroll: () => void; readonly virtual: boolean } {
  const virtual = count > ALL;
  const [at, setAt] = useState({ top: 0, viewport: 800 });
  const onScroll = useCallback(() => {
    const element = region.current;
    if (!element || !virtual) return;
    const [top, viewport] = [element.scrollTop, element.clientHeight];
    // A new window for every few rows, not for every pixel.
    setAt((before) =>
      Math.abs(before.top - top) < rowHeight * 4 && before.viewport === viewport
        ? before
        : { top, viewport },
    );
  }, [region, virtual, rowHeight]);
  useLayoutEffect(onScroll, [onScroll]);
  const window = virtual
    ? windowOf(at.top, at.viewport, rowHeight, count)
    : { from: 0, to: count, before: 0, after: 0 };
  return { window, onScroll, virtual };
}
