import type { ImportPreview } from '@olympus/sdk';
import { useNumberStyle, useTexts } from '@olympus/web/kit';
import { CircleMinus, CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import { texts } from './texts.js';
import { useNotes } from './use-notes.js';

const SHOWN_LINES = 8;
const SHOWN_CELLS = 4;

/** Rows of the file that become no event: rejected ones by their reason, and those that match nothing. */
export function LeftOut({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useTexts(texts);
  const tell = useNotes();
  const { locale } = useNumberStyle();
  const { rejected, rejected_rows: count, unmatched } = preview;
  const list = new Intl.ListFormat(locale, { type: 'unit' });
  const linesOf = (lines: readonly number[], rows: number) => {
    // a row is named by each event that it would have become
    const own = [...new Set(lines)].sort((a, b) => a - b);
    const shown = own.slice(0, SHOWN_LINES);
    const more = (lines.length < rows ? rows : own.length) - shown.length;
    const named = list.format(shown.map(String));
    return t('preview.lines', {
      count: own.length,
      lines: more > 0 ? t('preview.moreLines', { lines: named, more }) : named,
    });
  };
  return (
    <>
      {count > 0 && (
        <Group
          icon={<CircleX size={16} aria-hidden="true" className="text-bad" />}
          title={t('preview.rejected', { count })}
          hint={t('preview.rejectedHint')}
        >
          {rejected.map(({ reason, rows, lines, example }) => (
            <li key={tell(reason)} className="py-1.5">
              <span className="font-medium [overflow-wrap:anywhere]">{tell(reason)}</span>
              <span className="block text-text-3 [overflow-wrap:anywhere]">
                {[linesOf(lines, rows), example && t('preview.example', { example })]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </Group>
      )}
      {unmatched.rows > 0 && (
        <Group
          icon={<CircleMinus size={16} aria-hidden="true" className="text-text-3" />}
          title={t('preview.unmatched', { count: unmatched.rows })}
          hint={t('preview.unmatchedHint')}
        >
          {unmatched.examples.map(({ file, line, cells }) => (
            <li key={`${file} ${line}`} className="py-1.5">
              <span className="font-medium">{t('preview.line', { line: String(line) })}</span>
              <span className="block text-text-3 [overflow-wrap:anywhere]">
                {Object.entries(cells)
                  .filter(([, value]) => value !== '')
                  .slice(0, SHOWN_CELLS)
                  .map(([column, value]) => `${column}: ${value}`)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </Group>
      )}
    </>
  );
}

function Group({
  icon,
  title,
  hint,
  children,
}: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly hint: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="flex gap-3 rounded-card border border-border-soft p-4">
      <span className="mt-0.5 shrink-0">{icon}</span>
      <div className="min-w-0 flex-1">
        <h4 className="font-semibold text-md">{title}</h4>
        <p className="text-text-2">{hint}</p>
        <ul className="mt-1 divide-y divide-border-soft">{children}</ul>
      </div>
    </div>
  );
}
