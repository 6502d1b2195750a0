/** The rows to draw of many of equal height, and the room above and below them. */
export interface VirtualWindow {
  readonly from: number;
  /** After the last one. */
  readonly to: number;
  readonly before: number;
  readonly after: number;
}

/**
 * @param scrollTop,viewport  CSS pixels
 * @param overscan rows drawn beyond both edges, so that scrolling never shows a hole
 */
export function windowOf(
  scrollTop: number,
  viewport: number,
  rowHeight: number,
  count: number,
  overscan = 12,
): VirtualWindow {
  const first = Math.floor(Math.max(0, scrollTop) / rowHeight);
  const visible = Math.ceil(Math.max(0, viewport) / rowHeight) + 1;
  const from = Math.max(0, Math.min(first - overscan, count - visible));
  const to = Math.min(count, Math.max(first, 0) + visible + overscan);
  return {
    from,
    to: Math.max(from, to),
    before: from * rowHeight,
    after: Math.max(0, count - Math.max(from, to)) * rowHeight,
  };
}

/** Where to scroll so that a row is wholly in view below the sticky heading; as it is if it is. */
export function scrollTo(
  index: number,
  scrollTop: number,
  viewport: number,
  rowHeight: number,
  heading: number,
  foot: number,
): number {
  const top = index * rowHeight;
  const room = viewport - heading - foot;
  if (top < scrollTop) return top;
  if (top + rowHeight > scrollTop + room) return Math.max(0, top + rowHeight - room);
  return scrollTop;
}
