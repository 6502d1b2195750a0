import { useTexts } from '../messages/use-texts.js';
import { CopyButton } from '../ui/copy-button.js';
import { lineOf, printJson } from './print-json.js';
import { jsonTexts } from './texts.js';

/** JSON line by line, with what is wrong said under the line that it is about. */
export function JsonView({
  value,
  fault,
  label,
}: {
  readonly value: unknown;
  readonly fault?: { readonly pointer: string | null; readonly reason: string };
  /** What it is, for who cannot see it. */
  readonly label: string;
}) {
  const { t } = useTexts(jsonTexts);
  const lines = printJson(value);
  const marked = lineOf(lines, fault?.pointer);
  return (
    <div dir="ltr" className="rounded-control border border-border-soft bg-surface-2">
      <div className="flex justify-end border-border-soft border-b p-1">
        <CopyButton text={lines.map(({ text }) => text).join('\n')} label={t('copy')} />
      </div>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: text that scrolls must take focus to be scrolled by keys
        tabIndex={0}
        aria-label={label}
        className="max-h-[56vh] overflow-auto py-2 font-mono text-xs"
      >
        {lines.map(({ text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing else to tell them apart
          <div key={index}>
            <pre className={`px-3 ${index === marked ? 'bg-bad-tint font-medium text-bad' : ''}`}>
              {text}
            </pre>
            {index === marked && fault && (
              <p className="border-bad border-s-2 bg-bad-tint px-3 py-1 font-sans text-bad">
                {fault.reason}
              </p>
            )}
          </div>
        ))}
      </section>
    </div>
  );
}
