import { useTexts } from '@olympus/web/kit';
import { LayoutGrid, Rows3 } from 'lucide-react';
import { kpiTexts } from './texts.js';

type View = 'cards' | 'table';
const ICONS = { cards: LayoutGrid, table: Rows3 } as const;

/** Cards or a table. */
export function ViewChoice({
  view,
  onChange,
}: {
  readonly view: View;
  readonly onChange: (view: View) => void;
}) {
  const { t } = useTexts(kpiTexts);
  return (
    <fieldset className="flex rounded-control border border-border-control">
      <legend className="sr-only">{t('view')}</legend>
      {(['cards', 'table'] as const).map((one) => {
        const Icon = ICONS[one];
        return (
          <button
            key={one}
            type="button"
            aria-pressed={view === one}
            aria-label={t(`view.${one}`)}
            title={t(`view.${one}`)}
            onClick={() => onChange(one)}
            className="inline-flex size-8 items-center justify-center rounded-control text-text-2 hover:bg-surface-2 aria-pressed:bg-accent-tint aria-pressed:text-accent pointer-coarse:size-11"
          >
            <Icon size={15} aria-hidden="true" />
          </button>
        );
      })}
    </fieldset>
  );
}
