import type { Dashboard } from '@olympus/sdk';
import { Pause, Play } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useNow } from '../app/use-now.js';
import { formatAge, formatInstant } from '../format/dates.js';
import { useNumberStyle } from '../format/style-context.js';
import { type LiveStatus, useLive } from '../live/live.js';
import { textsOf } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import { Button } from '../ui/button.js';

/** How old the figures are, and the switch for live updates. */
export function FreshnessChip({ dashboard }: { readonly dashboard: Dashboard | undefined }) {
  const { t } = useTexts();
  const { locale } = useNumberStyle();
  const { status: live, setPaused: onPause } = useLive();
  const nowMs = useNow();
  const paused = live === 'paused';
  if (!dashboard) return <div className="h-8" />;
  const { freshness, range, generated_at } = dashboard;
  const instant = (iso: string | null) =>
    iso ? formatInstant(iso, range.time_zone, locale, nowMs) : t('freshness.nothingYet');
  const { text, tone } = describe(dashboard, live, nowMs, locale);
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
            aria-label={t('freshness.title')}
            className="z-50 w-80 animate-pop rounded-card border border-border-soft bg-surface p-4 text-sm shadow-overlay outline-none"
          >
            <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
              <dt className="text-text-3">{t('freshness.dataThrough')}</dt>
              <dd className="text-end font-medium">{instant(freshness.data_through)}</dd>
              <dt className="text-text-3">{t('freshness.lastReceived')}</dt>
              <dd className="text-end font-medium">{instant(freshness.last_received_at)}</dd>
              <dt className="text-text-3">{t('freshness.computed')}</dt>
              <dd className="text-end font-medium">{instant(generated_at)}</dd>
            </dl>
            <p className="mt-3 border-border-soft border-t pt-3 text-text-2">
              <span className="font-medium text-text">{t('live.title')}</span>
              {t(`live.${live}`)}.
            </p>
            <Button className="mt-3 sm:hidden" onClick={() => onPause(!paused)}>
              {paused ? t('live.resume') : t('live.pause')}
            </Button>
            <p className="mt-2 text-text-3 text-xs">
              {t('freshness.clock', { zone: range.time_zone.replaceAll('_', ' ') })}
            </p>
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      <Button
        look="icon"
        className="max-sm:hidden"
        onClick={() => onPause(!paused)}
        aria-label={paused ? t('live.resume') : t('live.pause')}
        title={paused ? t('live.resume') : t('live.pause')}
      >
        {paused ? <Play size={15} {...SOLID} /> : <Pause size={15} {...SOLID} />}
      </Button>
    </div>
  );
}

const SOLID = { fill: 'currentColor', strokeWidth: 0, 'aria-hidden': true } as const;

type Tone = 'good' | 'quiet' | 'warn';

function describe(
  { freshness, range }: Dashboard,
  live: LiveStatus,
  nowMs: number,
  locale: string,
): { readonly text: string; readonly tone: Tone } {
  const { t } = textsOf(locale);
  const at = freshness.last_received_at ?? freshness.data_through;
  if (freshness.status === 'empty' || at === null)
    return { text: t('freshness.empty'), tone: 'quiet' };
  const age = formatAge(nowMs - Date.parse(at), locale);
  if (live === 'paused') return { text: t('freshness.pausedAgo', { age }), tone: 'quiet' };
  if (live === 'lost') return { text: t('freshness.lostAgo', { age }), tone: 'warn' };
  if (freshness.status === 'live') return { text: t('freshness.liveAgo', { age }), tone: 'good' };
  const through = freshness.data_through ?? at;
  if (freshness.status === 'late') {
    return { text: t('freshness.late', { age }), tone: 'warn' };
  }
  return {
    text: t('freshness.through', {
      time: formatInstant(through, range.time_zone, locale, nowMs),
    }),
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
