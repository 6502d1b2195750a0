import type { Anomalies } from '@olympus/sdk';
import { useQueries } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { type AnomaliesRequest, anomaliesQuery } from './queries.js';
import { anomalyTexts } from './texts.js';
import type { useChoices } from './use-choices.js';

/** What an owner would want to know of, whatever is charted. */
const WATCHED = [
  'revenue',
  'orders',
  'average_order_value',
  'gross_margin_rate',
  'refund_rate',
  'sessions',
  'conversion_rate',
  'payment_failure_rate',
];

/** Where else something stands out: the main figures over the same time, each one step away. */
export function OtherFigures({
  choices,
  request,
}: {
  readonly choices: ReturnType<typeof useChoices>;
  /** What is asked of the charted metric. */
  readonly request: AnomaliesRequest;
}) {
  const { t } = useTexts(anomalyTexts);
  const tenant = useTenant();
  const others = choices.metrics.filter(
    ({ name, dimensions }) =>
      WATCHED.includes(name) &&
      name !== choices.name &&
      (request.filters ?? []).every(({ dimension }) => dimensions.includes(dimension)),
  );
  const { breakdown: _, ...asked } = request;
  const found = useQueries({
    queries: others.map(({ name }) => ({
      ...anomaliesQuery.options(tenant.id, { ...asked, metric: name }),
      // a hint: it need not follow every event
      meta: { ledgers: [] },
      staleTime: 300_000,
      select: ({ anomalies }: Anomalies) => anomalies.length,
    })),
  });
  const unusual = others.flatMap((metric, index) => {
    const count = found[index]?.data ?? 0;
    return count > 0 ? [{ ...metric, count }] : [];
  });
  if (others.length === 0 || found.some(({ isPending }) => isPending)) return null;
  return (
    <section className="mt-3 border-border-soft border-t pt-3" aria-labelledby="elsewhere">
      <h3 id="elsewhere" className="font-medium text-text-2">
        {unusual.length === 0 ? t('elsewhereQuiet', { count: others.length }) : t('elsewhere')}
      </h3>
      <ul className="-mx-2 mt-1">
        {unusual.map(({ name, label, count }) => (
          <li key={name}>
            <button
              type="button"
              onClick={() => choices.change({ m: name, series: undefined })}
              className="flex min-h-9 w-full items-center gap-2 rounded-control px-2 text-start hover:bg-surface-2 pointer-coarse:min-h-11"
            >
              <span className="min-w-0 flex-1 truncate">{label}</span>
              <span className="text-text-2 tabular-nums">{t('found', { count })}</span>
              <ChevronRight size={14} aria-hidden="true" className="text-text-3" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
