import { useId } from 'react';

/**
 * How far something is.
 * @param value 0 to 1; undefined while that is not known
 */
export function ProgressBar({
  label,
  value,
  detail,
}: {
  readonly label: string;
  readonly value: number | undefined;
  /** "1,200 of 5,000 lines". */
  readonly detail?: string;
}) {
  const id = useId();
  const percent =
    value === undefined ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div>
      <div className="mb-1 flex items-baseline justify-between gap-4">
        <span id={id} className="font-medium text-sm">
          {label}
        </span>
        {detail && <span className="text-text-3 text-xs">{detail}</span>}
      </div>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={detail}
        className="chip h-1.5 overflow-hidden rounded-full bg-surface-2"
      >
        <div
          className={`h-full rounded-full bg-accent ${percent === undefined ? 'w-1/3 animate-progress' : 'transition-[width] duration-300'}`}
          style={percent === undefined ? undefined : { width: `${percent}%` }}
        />
      </div>
    </div>
  );
}
