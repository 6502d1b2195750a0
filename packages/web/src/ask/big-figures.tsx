import type { AskTable } from '@olympus/sdk';
import { formatFull } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { DeltaChip } from '../ui/delta-chip.js';
import { deltaOf, numberIn } from './figures.js';

/** One row of metrics as large figures, each with what it is compared with. */
export function BigFigures({ table }: { readonly table: AskTable }) {
  const { t } = useTexts();
  const style = useNumberStyle();
  const [row] = table.rows;
  if (row === undefined) return null;
  const shown = table.columns.filter(({ role }) => role === 'metric' || role === 'transformed');
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-4">
      {shown.map((column) => {
        const delta = deltaOf(table, row, column, style.locale);
        const unit = column.unit ?? 'number';
        const value = numberIn(row, column.name);
        return (
          <div key={column.name}>
            <dt className="text-sm text-text-2">{column.label}</dt>
            <dd>
              <data
                value={value ?? ''}
                className="block font-semibold text-[22px] leading-8 tracking-tight sm:text-kpi"
              >
                {formatFull(value, unit, style)}
              </data>
              {delta && (
                <span className="mt-1 flex items-center gap-1.5 text-text-3 text-xs">
                  <DeltaChip delta={delta} />
                  <span className="sr-only">{t('ask.comparedSpoken')}</span>
                  <span aria-hidden="true">{t('scope.vs')}</span>
                  {formatFull(numberIn(row, `${column.name}_previous`), unit, style)}
                </span>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
