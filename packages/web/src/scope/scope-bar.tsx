import type { LocalRange, SessionTenant } from '@olympus/sdk';
import { CalendarDays, ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react';
import { Popover } from 'radix-ui';
import { lazy, Suspense, useState } from 'react';
import { PHONE, useMedia } from '../app/use-media.js';
import { formatRange, lastDateOf } from '../format/dates.js';
import { useTexts } from '../messages/use-texts.js';
import type { ScopePart } from '../pages/define-page.js';
import { useShortcuts } from '../shell/shortcuts.js';
import { Button } from '../ui/button.js';
import { Menu, MenuChoices } from '../ui/menu.js';
import { canCompare, rangeOfPeriod, shiftRange, timeframeOf } from './scope.js';
import { ScopeSheet } from './scope-sheet.js';
import { COMPARES, GRAINS } from './timeframes.js';
import type { ScopeControl } from './use-scope.js';

const PeriodPicker = lazy(async () => ({
  default: (await import('./period-picker.js')).PeriodPicker,
}));
// few pages filter
const chips = () => import('./filter-chips.js');
const FilterChips = lazy(async () => ({ default: (await chips()).FilterChips }));
const AddFilter = lazy(async () => ({ default: (await chips()).AddFilter }));

/** What the answer on screen says about the time that it covers. */
export interface AnsweredTime {
  readonly range: LocalRange;
  readonly comparison?: LocalRange | null;
  /** A timeframe's name, or `custom`. */
  readonly timeframe?: string;
}

interface ScopeBarProps {
  readonly control: ScopeControl;
  /** What the page uses. */
  readonly parts: readonly ScopePart[];
  readonly tenant: SessionTenant;
  /** Undefined before the first answer. */
  readonly answered: AnsweredTime | undefined;
  /** That answer is an earlier question's; this one's is on its way. */
  readonly pending: boolean;
  readonly locale: string;
}

/** What the page looks at, and what it compares that with. */
export function ScopeBar(props: ScopeBarProps) {
  const { control, parts, tenant, answered, pending, locale } = props;
  const { t } = useTexts();
  const phone = useMedia(PHONE);
  const { scope } = control;
  const current = pending ? undefined : answered;
  const range = rangeOfPeriod(scope.period, current?.range);
  const timeframe = timeframeOf(scope.period, current?.timeframe);
  const dates = range ? formatRange(range, locale) : '';
  // before the first answer the default is called what it nearly always is
  const usual = scope.period.kind === 'default' && !current ? 'last_28_days' : undefined;
  const named = timeframe ?? usual;
  const name = named ? t(`timeframe.${named}`) : dates;
  const filtering = parts.includes('filters');
  if (phone) {
    return (
      <>
        <ScopeSheet {...{ control, parts, range, dates }} title={name} />
        {filtering && (
          <Suspense>
            <FilterChips
              filters={control.scope.filters}
              onChange={control.setFilters}
              tenantId={tenant.id}
              className="mt-2"
            />
          </Suspense>
        )}
      </>
    );
  }
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-2">
      {parts.includes('range') && (
        <div className="flex items-center">
          <Step direction={-1} control={control} range={range} />
          <PeriodButton control={control} range={range} name={name} timeframe={timeframe} />
          <Step direction={1} control={control} range={range} />
        </div>
      )}
      {parts.includes('compare') && <CompareButton control={control} />}
      {parts.includes('grain') && <GrainButton control={control} />}
      {filtering && (
        <Suspense>
          <FilterChips
            filters={control.scope.filters}
            onChange={control.setFilters}
            tenantId={tenant.id}
          />
          <AddFilter control={control} tenantId={tenant.id} />
        </Suspense>
      )}
      {answered?.comparison && parts.includes('compare') && (
        <span className="text-text-3">
          {t('scope.against', {
            dates: formatRange(answered.range, locale),
            earlier: formatRange(answered.comparison, locale),
          })}
        </span>
      )}
    </div>
  );
}

type Range = LocalRange | undefined;

function PeriodButton({
  control,
  range,
  name,
  timeframe,
}: {
  readonly control: ScopeControl;
  readonly range: Range;
  readonly name: string;
  readonly timeframe: ReturnType<typeof timeframeOf>;
}) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button className="min-w-36 rounded-none" aria-label={t('scope.periodNamed', { name })}>
          <CalendarDays size={14} aria-hidden="true" className="text-text-3" />
          <span className="flex-1 text-start">{name}</span>
          <ChevronDown size={14} aria-hidden="true" className="text-text-3" />
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          collisionPadding={8}
          aria-label={t('scope.period')}
          className="z-50 animate-pop rounded-card border border-border-soft bg-surface text-sm shadow-overlay outline-none"
        >
          <Suspense fallback={<div className="h-72 w-[38rem] max-w-full" />}>
            <PeriodPicker
              timeframe={timeframe}
              range={range}
              lastDate={range && lastDateOf(range)}
              onChange={(period) => {
                setOpen(false);
                control.setPeriod(period);
              }}
            />
          </Suspense>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Step({
  direction,
  control,
  range,
}: {
  readonly direction: -1 | 1;
  readonly control: ScopeControl;
  readonly range: Range;
}) {
  const { t } = useTexts();
  const back = direction < 0;
  const next = range && shiftRange(range, direction);
  const endless = !canCompare(control.scope.period);
  const label = back ? t('scope.previous') : t('scope.next');
  return (
    <Button
      aria-label={label}
      title={`${label}  ${back ? '[' : ']'}`}
      disabled={!next || endless}
      onClick={() => next && control.setRange(next)}
      className={`w-8 justify-center px-0 ${back ? 'rounded-e-none border-e-0' : 'rounded-s-none border-s-0'}`}
    >
      {back ? (
        <ChevronLeft size={15} aria-hidden="true" className="rtl:-scale-x-100" />
      ) : (
        <ChevronRight size={15} aria-hidden="true" className="rtl:-scale-x-100" />
      )}
    </Button>
  );
}

function CompareButton({ control }: { readonly control: ScopeControl }) {
  const { t } = useTexts();
  const { compare, period } = control.scope;
  const possible = canCompare(period);
  return (
    <Menu
      label={t('scope.comparison')}
      trigger={
        <Button disabled={!possible} title={possible ? undefined : t('scope.cannotCompare')}>
          {possible ? t(`compareWith.${compare}`) : t('scope.nothingBefore')}
          <ChevronDown size={14} aria-hidden="true" className="text-text-3" />
        </Button>
      }
    >
      <MenuChoices
        value={compare}
        choices={COMPARES.map((value) => ({ value, label: t(`compare.${value}`) }))}
        onChange={control.setCompare}
      />
    </Menu>
  );
}

function GrainButton({ control }: { readonly control: ScopeControl }) {
  const { t } = useTexts();
  const { grain } = control.scope;
  return (
    <Menu
      label={t('scope.grain')}
      trigger={
        <Button>
          {t('scope.grainNamed', { name: t(`grain.${grain}`).toLowerCase() })}
          <ChevronDown size={14} aria-hidden="true" className="text-text-3" />
        </Button>
      }
    >
      <MenuChoices
        value={grain}
        choices={(['auto', ...GRAINS] as const).map((value) => ({
          value,
          label: t(`grain.${value}`),
        }))}
        onChange={control.setGrain}
      />
    </Menu>
  );
}

/**
 * Keys that move the period on and back and turn the comparison off and on.
 * @param range  the dates that are on screen; undefined before there are any
 */
export function usePeriodShortcuts(
  control: ScopeControl,
  range: { readonly from: string; readonly to: string } | undefined,
): void {
  const { t } = useTexts();
  const { scope } = control;
  const step = (direction: -1 | 1) => {
    if (range && canCompare(scope.period)) control.setRange(shiftRange(range, direction));
  };
  useShortcuts([
    { keys: '[', does: t('scope.previous'), run: () => step(-1) },
    { keys: ']', does: t('scope.next'), run: () => step(1) },
    {
      keys: 'x',
      does: t('scope.compareSwitch'),
      run: () => control.setCompare(scope.compare === 'none' ? 'previous_period' : 'none'),
    },
  ]);
}
