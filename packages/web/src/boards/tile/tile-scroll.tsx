import type { ReactNode } from 'react';

/** What may be higher than its tile: scrolled in it, by keyboard too. */
export function TileScroll({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section aria-label={label} tabIndex={0} className="h-full overflow-y-auto overflow-x-hidden">
      {children}
    </section>
  );
}
