import type { ReactNode } from 'react';

const TONES = {
  neutral: 'bg-surface-2 text-text-2',
  good: 'bg-good-tint text-good',
  warn: 'bg-warn-tint text-warn',
  bad: 'bg-bad-tint text-bad',
  accent: 'bg-accent-tint text-accent',
} as const;

/** A state in a word. Its colour repeats what the word says. */
export function Badge({
  tone = 'neutral',
  title,
  children,
}: {
  readonly tone?: keyof typeof TONES;
  readonly title?: string;
  readonly children: ReactNode;
}) {
  return (
    <span
      title={title}
      className={`chip inline-flex items-center gap-1 whitespace-nowrap rounded-sm px-1.5 font-medium text-xs leading-5 ${TONES[tone]}`}
    >
      {children}
    </span>
  );
}
