import type { Dashboard } from '@olympus/sdk';
import { Pause, Play } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useNow } from '../app/use-now.js';
import { formatAge, formatInstant } from '../format/dates.js';
import { Button } from '../ui/button.js';
import type { LiveStatus } from './use-live.js';

interface FreshnessProps {
  readonly dashboard: Dashboard | undefined;
  readonly live: LiveStatus;
  readonly onPause: (paused: boolean) => void;
}

const STREAM_WORDS: Readonly<Record<LiveStatus, string>> = {
  connecting: 'Connecting',
  open: 'Connected: new events show within seconds',
  lost: 'Interrupted: trying again, and asking every minute meanwhile',
  paused: 'Paused by you',
};

/** How old the figures are, and the switch for live updates. */
export function FreshnessChip({ dashboard, live, onPause }: FreshnessProps) {
  const nowMs = useNow();
  const paused = live === 'paused';
  if (!dashboard) return <div className="h-8" />;
  const { freshness, range, locale, generated_at } = dashboard;
  const instant = (iso: string | null) =>
    iso ? formatInstant(iso, range.time_zone, locale, nowMs) : 'nothing yet';
  const { text, tone } = describe(dashboard, live, nowMs);
  return (
    <div className="flex items-center gap-1">
      <Popover.Root>
        <Popover.Trigger asChild>
          <Button className="font-normal text-text-2">
            <Dot tone={tone} beating={live === 'open' && freshness.status === 'live'} />
            {text}
          </Button>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            align="end"
            sideOffset={6}
            collisionPadding={8}
            aria-label="Freshness"
            className="z-50 w-80 animate-pop rounded-card border border-border-soft bg-surface p-4 text-sm shadow-overlay outline-none"
          >
            <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
              <dt className="text-text-3">Data through</dt>
              <dd className="text-right font-medium">{instant(freshness.data_through)}</dd>
              <dt className="text-text-3">Last event received</dt>
              <dd className="text-right font-medium">{instant(freshness.last_received_at)}</dd>
              <dt className="text-text-3">Figures computed</dt>
              <dd className="text-right font-medium">{instant(generated_at)}</dd>
            </dl>
            <p className="mt-3 border-border-soft border-t pt-3 text-text-2">
              <span className="font-medium text-text">Live updates. </span>
              {STREAM_WORDS[live]}.
            </p>
            <Button className="mt-3 sm:hidden" onClick={() => onPause(!paused)}>
              {paused ? 'Resume live updates' : 'Pause live updates'}
            </Button>
            <p className="mt-2 text-text-3 text-xs">
              Times are on the shop’s clock, {range.time_zone.replaceAll('_', ' ')}.
            </p>
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      <Button
        look="icon"
        className="max-sm:hidden"
        onClick={() => onPause(!paused)}
        aria-label={paused ? 'Resume live updates' : 'Pause live updates'}
        title={paused ? 'Resume live updates' : 'Pause live updates'}
      >
        {paused ? <Play size={15} {...SOLID} /> : <Pause size={15} {...SOLID} />}
      </Button>
    </div>
  );
}

const SOLID = { fill: 'currentColor', strokeWidth: 0, 'aria-hidden': true } as const;

type Tone = 'good' | 'quiet' | 'warn';

function describe(
  { freshness, range, locale }: Dashboard,
  live: LiveStatus,
  nowMs: number,
): { readonly text: string; readonly tone: Tone } {
  const at = freshness.last_received_at ?? freshness.data_through;
  if (freshness.status === 'empty' || at === null) return { text: 'No data yet', tone: 'quiet' };
  const age = formatAge(nowMs - Date.parse(at));
  if (live === 'paused') return { text: `Paused · ${age} ago`, tone: 'quiet' };
  if (live === 'lost') return { text: `Reconnecting · ${age} ago`, tone: 'warn' };
  if (freshness.status === 'live') return { text: `Live · ${age} ago`, tone: 'good' };
  const through = freshness.data_through ?? at;
  if (freshness.status === 'late') {
    return { text: `Late · last event ${age} ago`, tone: 'warn' };
  }
  return {
    text: `Data through ${formatInstant(through, range.time_zone, locale, nowMs)}`,
    tone: 'good',
  };
}

const DOTS: Readonly<Record<Tone, string>> = {
  good: 'bg-good',
  quiet: 'bg-border-control',
  warn: 'bg-warn',
};

function Dot({ tone, beating }: { readonly tone: Tone; readonly beating: boolean }) {
  return (
    <span aria-hidden="true" className="relative flex size-2">
      {beating && (
        <span className={`absolute inset-0 animate-pulse-ring rounded-full ${DOTS[tone]}`} />
      )}
      <span className={`dot relative size-2 rounded-full ${DOTS[tone]}`} />
    </span>
  );
}
