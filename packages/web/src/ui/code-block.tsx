import { CopyButton } from './copy-button.js';

/** Code to read, to scroll by keys and to copy. */
export function CodeBlock({
  text,
  label,
  maxHeight,
}: {
  readonly text: string;
  /** What its button copies: “Copy the command”. */
  readonly label: string;
  /** CSS pixels; it scrolls inside of it. */
  readonly maxHeight?: number;
}) {
  return (
    <div dir="ltr" className="rounded-control border border-border-soft bg-surface-2">
      <div className="flex justify-end border-border-soft border-b p-1">
        <CopyButton text={text} label={label} />
      </div>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: text that scrolls must take focus to be scrolled by keys
        tabIndex={0}
        className="overflow-auto p-3 font-mono text-xs"
        style={{ maxHeight }}
      >
        {text}
      </pre>
    </div>
  );
}
