import type { LocalRange } from '@olympus/sdk';
import { CalendarDays, ChevronDown } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTexts } from '../messages/use-texts.js';
import type { ScopePart } from '../pages/define-page.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { canCompare, type Scope, timeframeOf } from './scope.js';
import type { ScopeControl } from './use-scope.js';

const ScopeFields = lazy(() => import('./scope-fields.js'));

interface ScopeSheetProps {
  readonly control: ScopeControl;
  readonly parts: readonly ScopePart[];
  readonly range: LocalRange | undefined;
  /** The period's name, or its dates. */
  readonly title: string;
  readonly dates: string;
}

/** The scope on a phone: one button, and a sheet whose Apply button is always in reach. */
export function ScopeSheet({ control, parts, range, title, dates }: ScopeSheetProps) {
  const { t } = useTexts();
  const [draft, setDraft] = useState<Scope | undefined>();
  const { scope } = control;
  const has = (part: ScopePart) => parts.includes(part);
  const suffix = [
    ...(has('compare') && scope.compare !== 'none' && canCompare(scope.period)
      ? [t(`compareWith.${scope.compare}`)]
      : []),
    ...(has('grain') && scope.grain !== 'auto' ? [t(`grain.${scope.grain}`).toLowerCase()] : []),
    ...(has('filters') && scope.filters.length > 0
      ? [t('scope.filterCount', { count: scope.filters.length })]
      : []),
  ];
  const close = () => setDraft(undefined);
  const timeframe = draft && timeframeOf(draft.period, undefined);
  const apply = timeframe
    ? t('scope.show', { period: t(`timeframe.${timeframe}`) })
    : draft?.period.kind === 'dates'
      ? t('scope.showDates')
      : t('scope.apply');
  return (
    <>
      <Button onClick={() => setDraft(scope)} className="w-full" aria-haspopup="dialog">
        <CalendarDays size={15} aria-hidden="true" className="text-text-3" />
        <span className="min-w-0 flex-1 truncate text-start">
          {title || t('scope.period')}
          {suffix.map((text) => (
            <span key={text} className="font-normal text-text-3">{` · ${text}`}</span>
          ))}
        </span>
        <ChevronDown size={14} aria-hidden="true" className="text-text-3" />
      </Button>
      <Dialog
        open={draft !== undefined}
        onOpenChange={close}
        title={t('scope.sheet')}
        place="bottom"
        footer={
          <Button
            look="primary"
            className="w-full"
            onClick={() => {
              if (draft) control.change(draft);
              close();
            }}
          >
            {apply}
          </Button>
        }
      >
        {draft && (
          <Suspense fallback={<div className="h-96" />}>
            <ScopeFields
              draft={draft}
              parts={parts}
              range={range}
              dates={dates}
              onDraft={setDraft}
              onTake={(taken) => {
                control.change(taken);
                close();
              }}
            />
          </Suspense>
        )}
      </Dialog>
    </>
  );
}
