interface ReadingCursorProps {
  readonly count: number;
  readonly index: number | null;
  /** Where reading begins. */
  readonly start: number;
  readonly label: string;
  readonly describedBy?: string;
  readonly textOf: (index: number) => string;
  readonly onMove: (index: number | null) => void;
  /** Where another key than the slider's own leads; undefined leaves it to the slider. */
  readonly stepOf?: (key: string, index: number) => number | undefined;
  readonly onPick?: ((index: number) => void) | undefined;
}

/**
 * A chart's keyboard and its voice: a native slider, because sliders keep their arrow keys under
 * screen readers, which own widgets do not. The pointer moves the same cursor.
 */
export function ReadingCursor(props: ReadingCursorProps) {
  const { count, index, start, onMove, stepOf, onPick } = props;
  const at = Math.min(index ?? Math.max(0, start), Math.max(0, count - 1));
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape' && index !== null) {
      event.stopPropagation();
      onMove(null);
    }
    if (event.key === 'Enter' && onPick) {
      // what opens takes the focus: the rest of the key press is not for its first button
      event.preventDefault();
      onPick(at);
    }
    const next = stepOf?.(event.key, at);
    if (next === undefined) return;
    event.preventDefault();
    onMove(Math.max(0, Math.min(count - 1, next)));
  };
  return (
    <input
      type="range"
      dir="ltr"
      className="reading-cursor"
      min={0}
      max={Math.max(0, count - 1)}
      value={at}
      disabled={count === 0}
      onChange={(event) => onMove(Number(event.target.value))}
      onFocus={() => onMove(at)}
      onBlur={() => onMove(null)}
      onKeyDown={onKeyDown}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-valuetext={count === 0 ? undefined : props.textOf(at)}
    />
  );
}

/** A press on a chart hands the keyboard to its slider: reading goes on by arrows from there. */
export function focusSlider(event: React.PointerEvent<HTMLElement>): void {
  if (event.pointerType !== 'mouse') return;
  event.preventDefault();
  event.currentTarget.querySelector('input')?.focus({ preventScroll: true });
}
