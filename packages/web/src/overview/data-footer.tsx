import type { Dashboard } from '@olympus/sdk';
import type { ReactNode } from 'react';
import { useNow } from '../app/use-now.js';
import { useReasons } from '../dead-letters/reason-texts.js';
import { formatInstant } from '../format/dates.js';
import { formatFull, formatShare } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { PageLink } from '../pages/page-link.js';
import { permits } from '../session/permissions.js';

/** How good the data behind the page is, and how it was read. Loaded by itself: it stands last. */
export default function DataFooter({ dashboard }: { readonly dashboard: Dashboard }) {
  const { t } = useTexts();
  const style = useNumberStyle();
  const nowMs = useNow();
  const reason = useReasons();
  const mayRead = permits(useTenant(), ['dead_letters:read']);
  const { quality, range, currency, generated_at } = dashboard;
  const count = (value: number) => formatFull(value, 'count', style);
  const share = (lines: number) => formatShare(lines / Math.max(1, quality.sales_lines), style);
  return (
    <footer className="mt-2 border-border-soft border-t pt-4 text-text-2">
      <h2 className="sr-only">{t('overview.quality')}</h2>
      <dl className="flex flex-wrap gap-x-8 gap-y-3">
        <Fact name={t('overview.eventsStored')}>{count(quality.events)}</Fact>
        <Fact name={t('overview.salesLines')}>{count(quality.sales_lines)}</Fact>
        {quality.sales_lines > 0 && (
          <>
            <Fact name={t('overview.linesWithoutCustomer')}>
              {share(quality.lines_without_customer)}
            </Fact>
            <Fact name={t('overview.linesWithoutCost')}>{share(quality.lines_without_cost)}</Fact>
          </>
        )}
        <Fact name={t('overview.rejected')} warn={quality.dead_letters_open > 0}>
          {mayRead && quality.dead_letters_open > 0 ? (
            <PageLink to="/data/dead-letters" className="underline">
              {count(quality.dead_letters_open)}
            </PageLink>
          ) : (
            count(quality.dead_letters_open)
          )}
          {quality.latest_problems.length > 0 && (
            <span className="font-normal text-text-3">
              {' '}
              ·{' '}
              {quality.latest_problems
                .slice(0, 3)
                .map((problem) => `${reason(problem.code)} ${count(problem.count)}`)
                .join(', ')}
            </span>
          )}
        </Fact>
      </dl>
      <p className="mt-4 text-text-3 text-xs">
        {t('overview.footer', {
          currency,
          zone: range.time_zone.replaceAll('_', ' '),
          time: formatInstant(generated_at, range.time_zone, style.locale, nowMs),
        })}
      </p>
    </footer>
  );
}

function Fact({
  name,
  warn = false,
  children,
}: {
  readonly name: string;
  readonly warn?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div>
      <dt className="text-text-3 text-xs">{name}</dt>
      <dd className={`font-medium ${warn ? 'text-warn' : 'text-text'}`}>{children}</dd>
    </div>
  );
}
