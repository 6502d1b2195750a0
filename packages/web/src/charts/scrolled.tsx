import type { ReactNode } from 'react';

/** A drawing wider than its place scrolls sideways. */
export function Scrolled({
  whole,
  width,
  label,
  children,
}: {
  readonly whole: number;
  readonly width: number;
  readonly label: string;
  readonly children: ReactNode;
}) {
  if (whole <= width) return children;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a region inside of a figure
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take focus to be scrolled by keys
    <div role="region" aria-label={label} tabIndex={0} className="overflow-x-auto">
      {children}
    </div>
  );
}
