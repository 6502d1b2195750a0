import type { CustomerSegments, RfmSegment, SpendSegment } from '@olympus/sdk';
import { Lightbulb } from 'lucide-react';
import { formatShare } from '../../format/numbers.js';
import { useNumberStyle } from '../../format/style-context.js';
import { useTexts } from '../../messages/use-texts.js';
import { PageLink } from '../../pages/page-link.js';
import { listOf } from '../conditions.js';
import type { SegmentKind } from '../customers-query.js';
import { SegmentBadge } from '../segment-badge.js';
import { segmentTexts } from './texts.js';

/** Each segment: whom it holds, how many, what they are worth, what to do. */
export function SegmentCards({
  answer,
  kind,
}: {
  readonly answer: CustomerSegments;
  readonly kind: SegmentKind;
}) {
  const { t } = useTexts(segmentTexts);
  const segments = kind === 'rfm' ? answer.segments : answer.spend_segments;
  return (
    <section aria-labelledby="segment-cards">
      <h2 id="segment-cards" className="mb-3 font-semibold text-md">
        {t('cards')}
      </h2>
      <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3 2xl:grid-cols-4">
        {segments.map((segment) => (
          <li key={segment.id}>
            <SegmentCard segment={segment} kind={kind} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function SegmentCard({
  segment,
  kind,
}: {
  readonly segment: RfmSegment | SpendSegment;
  readonly kind: SegmentKind;
}) {
  const { t } = useTexts(segmentTexts);
  const style = useNumberStyle();
  const { id, label, about, advice, customers, share } = segment;
  const column = kind === 'rfm' ? 'rfm_segment' : 'spend_segment';
  const { q: _, page: __, ...search } = listOf({ column, operator: 'equals', values: [id] });
  const span = ({ from, to }: { readonly from: number; readonly to: number }) =>
    from === to ? String(from) : t('between', { from, to });
  const cells =
    'cells' in segment
      ? segment.cells.map(({ recency, value }) =>
          t('cellsAt', { recency: span(recency), value: span(value) }),
        )
      : [];
  return (
    <article className="card flex h-full min-w-0 flex-col gap-2 p-4" aria-label={label}>
      <div className="flex items-baseline justify-between gap-3">
        <h3>
          <SegmentBadge kind={kind} id={id}>
            {label}
          </SegmentBadge>
        </h3>
        <span className="font-semibold text-title tabular-nums">
          {customers.toLocaleString(style.locale)}
        </span>
      </div>
      <p className="text-text-2">
        {about}
        {cells.length > 0 && <span className="block text-text-3 text-xs">{cells.join('; ')}</span>}
      </p>
      <Shares customers={share} revenue={segment.revenue_share} />
      <p className="flex gap-2 text-text-2">
        <Lightbulb size={14} aria-hidden="true" className="mt-0.5 shrink-0 text-text-3" />
        <span>
          <span className="sr-only">{t('todo')} </span>
          {advice}
        </span>
      </p>
      {customers > 0 && (
        <PageLink
          to="/customers"
          search={search}
          aria-label={t('seeSegment', { name: label })}
          className="mt-auto inline-flex min-h-6 items-center self-start font-medium text-accent hover:underline"
        >
          {t('see', { count: customers })}
        </PageLink>
      )}
    </article>
  );
}

/** Two bars under each other: how many they are, and what they bring. */
function Shares({
  customers,
  revenue,
}: {
  readonly customers: number | null;
  readonly revenue: number | null;
}) {
  const { t } = useTexts(segmentTexts);
  const style = useNumberStyle();
  const bars = [
    { key: 'ofCustomers', value: customers, colour: 'var(--c1)' },
    { key: 'ofRevenue', value: revenue, colour: 'var(--c3)' },
  ] as const;
  return (
    <div className="space-y-1">
      {bars.map(({ key, value, colour }) => (
        <div key={key}>
          <div aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-surface-2">
            <div
              className="h-full rounded-full"
              style={{
                width: `${Math.max(0, Math.min(1, value ?? 0)) * 100}%`,
                background: colour,
              }}
            />
          </div>
          <p className="text-text-3 text-xs">{t(key, { share: formatShare(value, style) })}</p>
        </div>
      ))}
    </div>
  );
}
