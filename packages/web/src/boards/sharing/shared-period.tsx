import type { Timeframe } from '@olympus/sdk';
import { CalendarDays, ChevronDown } from 'lucide-react';
import { useTexts } from '../../messages/use-texts.js';
import { TIMEFRAME_GROUPS } from '../../scope/timeframes.js';
import { Button } from '../../ui/button.js';
import { Menu, MenuChoices } from '../../ui/menu.js';
import { sharedTexts } from './shared-texts.js';

/** The period that is shown; to choose from where the link leaves it open. */
export function SharedPeriod({
  open,
  saved,
  dates,
  value,
  onChange,
}: {
  readonly open: boolean;
  readonly saved: Timeframe | undefined;
  /** The saved period where it is dates. */
  readonly dates: string | undefined;
  readonly value: Timeframe | undefined;
  readonly onChange: (timeframe: Timeframe | undefined) => void;
}) {
  const { t } = useTexts();
  const { t: own } = useTexts(sharedTexts);
  const offered = TIMEFRAME_GROUPS.flatMap(({ timeframes }) => timeframes);
  const nameOf = (timeframe: Timeframe) => t(`timeframe.${timeframe}`);
  const shown = value ? nameOf(value) : (dates ?? (saved ? nameOf(saved) : own('asSaved')));
  if (!open) {
    return (
      <p className="flex items-center gap-1.5 text-text-2">
        <CalendarDays size={14} aria-hidden="true" />
        {shown}
      </p>
    );
  }
  return (
    <Menu
      align="end"
      label={own('period')}
      trigger={
        <Button aria-label={`${own('period')}: ${shown}`}>
          <CalendarDays size={14} aria-hidden="true" className="text-text-3" />
          {shown}
          <ChevronDown size={14} aria-hidden="true" className="text-text-3" />
        </Button>
      }
    >
      <MenuChoices
        value={value ?? 'saved'}
        choices={[
          { value: 'saved' as const, label: own('asSaved') },
          ...offered.map((timeframe) => ({ value: timeframe, label: nameOf(timeframe) })),
        ]}
        onChange={(choice) => onChange(choice === 'saved' ? undefined : choice)}
      />
    </Menu>
  );
}
