import type { Job } from '@olympus/sdk';
import { useTexts } from '../messages/use-texts.js';
import { useTenantStyle } from '../shell/page-frame.js';
import { Badge } from '../ui/badge.js';
import { jobTexts } from './texts.js';

const TONES = {
  waiting: 'neutral',
  running: 'accent',
  cancelling: 'warn',
  succeeded: 'good',
  cancelled: 'neutral',
  dead: 'bad',
} as const;

export function JobState({ state }: Pick<Job, 'state'>) {
  const { t } = useTexts(jobTexts);
  return <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>;
}

/** How far a job is, as a small bar with its percentage; a dash where it did not say. */
export function JobProgress({ job }: { readonly job: Pick<Job, 'progress' | 'state'> }) {
  const { locale } = useTenantStyle();
  if (job.progress === null) return '—';
  const { fraction } = job.progress;
  const percent = Math.round(fraction * 100);
  const written = fraction.toLocaleString(locale, { style: 'percent' });
  return (
    <span className="flex items-center gap-2">
      <span
        aria-hidden="true"
        className="chip h-1.5 w-16 overflow-hidden rounded-full bg-surface-2"
      >
        <span
          className="block h-full rounded-full bg-accent transition-[width] duration-300"
          style={{ width: `${percent}%` }}
        />
      </span>
      <span className="tabular-nums">{written}</span>
    </span>
  );
}
