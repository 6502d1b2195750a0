import { Star } from 'lucide-react';

/** A star: full for a favourite. */
export function StarButton({
  on,
  label,
  onChange,
}: {
  readonly on: boolean;
  /** What pressing it does. */
  readonly label: string;
  readonly onChange: (on: boolean) => void;
}) {
  return (
    <button
      type="button"
      aria-pressed={on}
      aria-label={label}
      onClick={() => onChange(!on)}
      className="relative z-10 inline-flex size-8 shrink-0 items-center justify-center rounded-control text-text-3 hover:text-text aria-pressed:text-accent pointer-coarse:size-11"
    >
      <Star size={16} aria-hidden="true" fill={on ? 'currentColor' : 'none'} />
    </button>
  );
}
