import type { SegmentMovement } from '@olympus/sdk';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { usePageSearch } from '../../address/use-address.js';
import { SankeyChart } from '../../charts/sankey-chart.js';
import { addDays, formatDate } from '../../format/dates.js';
import { formatShare } from '../../format/numbers.js';
import { useNumberStyle } from '../../format/style-context.js';
import { useLanguage } from '../../messages/language.js';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { isLocalDate } from '../../scope/scope.js';
import { DateField } from '../../ui/date-field.js';
import { ProblemPanel } from '../../ui/problem-panel.js';
import { movementQuery, type SegmentKind } from '../customers-query.js';
import { customersSearch } from '../customers-search.js';
import { slotOf } from './slots.js';
import { segmentTexts } from './texts.js';

/** Between which days customers are followed unless told otherwise. */
const USUAL_DAYS = 90;

/** Where the customers of each segment went from one day to another. */
export function MovementPanel({ kind, to }: { readonly kind: SegmentKind; readonly to: string }) {
  const { t } = useTexts(segmentTexts);
  const tenant = useTenant();
  const style = useNumberStyle();
  const locale = useLanguage();
  const [{ since }, change] = usePageSearch(customersSearch);
  const from = since ?? addDays(to, -USUAL_DAYS);
  const query = useQuery({
    ...movementQuery.options(tenant.id, { by: kind, from, to, locale }),
    placeholderData: (before, last) =>
      last?.queryKey[1] === tenant.id ? keepPreviousData(before) : undefined,
  });
  const answer = query.data;
  const dates = { from: formatDate(from, style.locale), to: formatDate(to, style.locale) };
  const stayed = answer && stayedOf(answer);
  const heading = (
    <div className="flex flex-wrap items-end gap-4">
      <div>
        <h2 id="segment-movement" className="font-semibold text-md">
          {t('movement')}
        </h2>
        <p className="mt-0.5 text-text-3 text-xs">
          {t('movementAbout', dates)}
          {stayed != null && ` · ${t('stayed', { share: formatShare(stayed, style) })}`}
        </p>
      </div>
      <div className="w-40">
        <DateField
          label={t('since')}
          value={from}
          max={addDays(to, -1)}
          onChange={(next) => {
            if (isLocalDate(next)) change({ since: next });
          }}
        />
      </div>
    </div>
  );
  return (
    <section aria-labelledby="segment-movement" className="card min-w-0 p-4">
      {query.isError ? (
        <div className="space-y-3">
          {heading}
          <ProblemPanel
            error={query.error}
            what={t('movementFailed')}
            onRetry={() => void query.refetch()}
            retrying={query.isFetching}
          />
        </div>
      ) : answer === undefined ? (
        <div className="skeleton h-96 w-full" aria-hidden="true" />
      ) : stayed === null ? (
        <div className="space-y-3">
          {heading}
          <p className="rounded-control bg-surface-2 px-4 py-8 text-center text-text-2">
            {t('fewMoved', { date: dates.from })}
          </p>
        </div>
      ) : (
        <SankeyChart
          data={pathsOf(answer, kind, t('movement'))}
          height={kind === 'rfm' ? 560 : 400}
          heading={heading}
        />
      )}
    </section>
  );
}

/** The share of the earlier day's customers who are in the same segment; null without any. */
function stayedOf({ flows }: SegmentMovement): number | null {
  const before = flows.filter(({ from }) => from !== 'none');
  const all = before.reduce((sum, { customers }) => sum + customers, 0);
  const same = before
    .filter(({ from, to }) => from === to)
    .reduce((sum, { customers }) => sum + customers, 0);
  return all === 0 ? null : same / all;
}

/** The flows as bands from the segments of the earlier day to those of the later one. */
function pathsOf({ flows, segments }: SegmentMovement, kind: SegmentKind, title: string) {
  const side = (prefix: 'a' | 'b', end: 'from' | 'to') =>
    segments
      .filter(({ id }) => flows.some((flow) => flow[end] === id))
      .map(({ id, label }) => ({ key: `${prefix}:${id}`, label, slot: slotOf(kind, id) }));
  return {
    title,
    unit: 'count' as const,
    nodes: [...side('a', 'from'), ...side('b', 'to')],
    links: flows.map(({ from, to, customers }) => ({
      from: `a:${from}`,
      to: `b:${to}`,
      value: customers,
    })),
  };
}
