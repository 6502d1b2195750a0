import type { JobWithLog } from '@olympus/sdk';
import { useEffect, useRef } from 'react';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { useTenantStyle } from '../shell/page-frame.js';
import { isGoingOn } from './jobs-query.js';
import { jobTexts } from './texts.js';

const TONES: Readonly<Record<string, string>> = { warn: 'text-warn', error: 'text-bad' };

/** What a job said, newest last; it stays at the end while lines come. */
export function JobLog({ job }: { readonly job: Pick<JobWithLog, 'log' | 'state'> }) {
  const { log: lines } = job;
  const { t } = useTexts(jobTexts);
  const { time_zone: timeZone } = useTenant();
  const { locale } = useTenantStyle();
  const region = useRef<HTMLElement>(null);
  const count = lines.length;
  useEffect(() => {
    if (count > 0) region.current?.scrollTo({ top: region.current.scrollHeight });
  }, [count]);
  const clock = new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'medium' });
  return (
    <div>
      <h3 className="mb-2 font-semibold text-md">{t('log')}</h3>
      {count === 0 ? (
        <p className="text-text-2">{t(isGoingOn(job) ? 'noLog' : 'noLogEver')}</p>
      ) : (
        <section
          ref={region}
          aria-label={t('log')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: text that scrolls must take focus to be scrolled by keys
          tabIndex={0}
          className="max-h-72 overflow-auto rounded-control border border-border-soft bg-surface-2 p-3 font-mono text-xs leading-5"
        >
          {lines.map(({ line, at, level, message }) => (
            <p key={line} className={TONES[level] ?? ''}>
              <time dateTime={at} className="me-2 text-text-3">
                {clock.format(new Date(at))}
              </time>
              <span className="[overflow-wrap:anywhere]">{message}</span>
            </p>
          ))}
        </section>
      )}
    </div>
  );
}
