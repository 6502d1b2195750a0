import type { Dashboard } from '@olympus/sdk';
import { CalendarX2, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { addDays, formatRange } from '../format/dates.js';
import type { ScopeControl } from '../scope/use-scope.js';
import { Button } from '../ui/button.js';
import { newestDataDate } from './quiet.js';

/** Nothing happened in this period: where the data is instead. */
export function QuietNotice({
  dashboard,
  control,
}: {
  readonly dashboard: Dashboard;
  readonly control: ScopeControl;
}) {
  const { range, locale } = dashboard;
  const newest = newestDataDate(dashboard);
  const from = newest && addDays(newest, -27);
  const latest = newest && from ? { from, to: addDays(newest, 1) } : undefined;
  return (
    <Notice icon={<CalendarX2 size={16} aria-hidden="true" />}>
      <p className="min-w-60 flex-1">
        <span className="font-semibold">Nothing happened between these dates. </span>
        {formatRange(range, locale)} has no activity
        {latest &&
          `; the newest is from ${formatRange({ from: newest ?? '', to: latest.to }, locale)}`}
        .
      </p>
      {latest && (
        <Button onClick={() => control.setRange(latest)}>Show {formatRange(latest, locale)}</Button>
      )}
      <Button onClick={() => control.setPeriod({ kind: 'timeframe', timeframe: 'all_time' })}>
        Show all time
      </Button>
    </Notice>
  );
}

/** The address asked for something that does not exist. */
export function MisreadNotice({ misread }: { readonly misread: readonly string[] }) {
  return (
    <Notice icon={<Info size={16} aria-hidden="true" />}>
      <p>
        The link asks for “{misread.join('”, “')}”, which this page does not know. It shows the
        usual view instead.
      </p>
    </Notice>
  );
}

export function Notice({
  icon,
  children,
}: {
  readonly icon: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className="chip flex flex-wrap items-center gap-3 rounded-card bg-warn-tint px-4 py-3 text-warn">
      <span className="shrink-0">{icon}</span>
      {children}
    </div>
  );
}
