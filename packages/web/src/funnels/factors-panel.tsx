import type { FunnelCorrelations } from '@olympus/sdk';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Scale } from 'lucide-react';
import { formatFull, formatPointsSize, formatShare } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { type Column, DataTable } from '../table/index.js';
import { Badge } from '../ui/badge.js';
import { EmptyState } from '../ui/empty-state.js';
import { ProblemPanel } from '../ui/problem-panel.js';
import { correlationsQuery } from './queries.js';
import { funnelTexts } from './texts.js';

type Factor = FunnelCorrelations['factors'][number];
type Asked = Parameters<typeof correlationsQuery.options>[1];

/** What goes along with converting, with how sure that is. */
export function FactorsPanel({
  tenantId,
  request,
}: {
  readonly tenantId: string;
  readonly request: Asked;
}) {
  const { t } = useTexts(funnelTexts);
  const { breakdown: _, compare: _compare, ...asked } = request;
  const query = useQuery({
    ...correlationsQuery.options(tenantId, asked),
    placeholderData: keepPreviousData,
  });
  if (query.isError) {
    return (
      <ProblemPanel
        error={query.error}
        what={t('factorsFailed')}
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      />
    );
  }
  const answer = query.data;
  if (!answer) return <div aria-hidden="true" className="card skeleton h-96" />;
  if (answer.factors.length === 0) {
    return (
      <EmptyState icon={Scale} title={t('factorsNone')}>
        {t('factorsNoneHint', { least: answer.least_people })}
      </EmptyState>
    );
  }
  return (
    <section aria-labelledby="funnel-factors" className="card min-w-0 px-4 pt-3 pb-3">
      <h2 id="funnel-factors" className="font-semibold text-md">
        {t('tab.factors')}
      </h2>
      <p className="mt-0.5 mb-3 max-w-[80ch] text-text-2">{t('factorsLead')}</p>
      <FactorsTable answer={answer} />
      <p className="mt-3 max-w-[90ch] text-text-3 text-xs">
        {t('factorsNote', { tested: answer.tested })}
      </p>
    </section>
  );
}

function FactorsTable({ answer }: { readonly answer: FunnelCorrelations }) {
  const { t } = useTexts(funnelTexts);
  const style = useNumberStyle();
  const reach = Math.max(
    ...answer.factors.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]),
  );
  const points = (value: number) =>
    `${value < 0 ? '−' : '+'}${formatPointsSize(value, style.locale)}`;
  const name = ({ kind, label, value }: Factor) =>
    kind === 'act' ? t('otherAct', { act: label }) : t('property', { label, value: value ?? '' });
  const columns: readonly Column<Factor>[] = [
    {
      key: 'what',
      label: t('factor'),
      kind: 'text',
      value: name,
      hint: name,
      show: (factor) => (
        <span className="flex min-w-0 items-center gap-2">
          <span className="truncate">{name(factor)}</span>
          {factor.notable && <Badge>{t('notable')}</Badge>}
        </span>
      ),
    },
    {
      key: 'people',
      label: t('people'),
      kind: 'number',
      width: 92,
      onPhone: false,
      value: ({ people }) => people,
      text: ({ people }) => formatFull(people, 'count', style),
    },
    {
      key: 'with',
      label: t('with'),
      kind: 'number',
      width: 92,
      value: ({ rate }) => rate,
      text: ({ rate }) => formatShare(rate, style),
    },
    {
      key: 'without',
      label: t('without'),
      kind: 'number',
      width: 92,
      onPhone: false,
      value: ({ others_rate }) => others_rate,
      text: ({ others_rate }) => formatShare(others_rate, style),
    },
    {
      key: 'difference',
      label: t('difference'),
      kind: 'number',
      width: 116,
      value: ({ difference }) => difference,
      text: ({ difference }) => points(difference),
      hint: ({ low, high, notable }) =>
        `${points(low)} – ${points(high)} · ${t(notable ? 'notable' : 'chance')}`,
    },
    {
      key: 'interval',
      label: t('interval'),
      kind: 'text',
      width: 180,
      onPhone: false,
      sortable: false,
      value: ({ low, high }) => `${points(low)} – ${points(high)}`,
      show: (factor) => (
        <Interval
          factor={factor}
          reach={reach}
          text={`${points(factor.low)} – ${points(factor.high)}`}
        />
      ),
    },
  ];
  return (
    <DataTable
      label={t('tab.factors')}
      name="funnel-factors"
      columns={columns}
      rows={answer.factors}
      rowKey={({ kind, name: dimension, value }) => `${kind} ${dimension} ${value ?? ''}`}
      maxHeight={560}
    />
  );
}

/** The interval on a line around zero, all rows on one scale. */
function Interval({
  factor,
  reach,
  text,
}: {
  readonly factor: Factor;
  readonly reach: number;
  readonly text: string;
}) {
  const at = (value: number) => 80 + (value / (reach || 1)) * 76;
  const { low, high, difference, notable } = factor;
  const colour = notable ? 'var(--accent)' : 'var(--text-3)';
  return (
    <>
      <span className="sr-only">{text}</span>
      <svg aria-hidden="true" width="160" height="16" className="block">
        <title>{text}</title>
        <line x1="80" x2="80" y1="0" y2="16" stroke="var(--border-control)" />
        <line x1={at(low)} x2={at(high)} y1="8" y2="8" stroke={colour} strokeWidth="2" />
        <circle cx={at(difference)} cy="8" r="4" fill={colour} />
      </svg>
    </>
  );
}
