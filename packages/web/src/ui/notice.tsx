import type { ReactNode } from 'react';

const TONES = {
  warn: 'bg-warn-tint text-warn',
  info: 'bg-accent-tint text-text-2',
} as const;

/** Something to know about the whole page, above what it is about. */
export function Notice({
  icon,
  tone = 'warn',
  children,
}: {
  readonly icon: ReactNode;
  readonly tone?: keyof typeof TONES;
  readonly children: ReactNode;
}) {
  return (
    <div className={`chip flex flex-wrap items-center gap-3 rounded-card px-4 py-3 ${TONES[tone]}`}>
      <span className="shrink-0">{icon}</span>
      {children}
    </div>
  );
}
