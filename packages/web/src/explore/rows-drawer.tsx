import type { Drill, DrilledRow, ModelDescription } from '@olympus/sdk';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatRange } from '../format/dates.js';
import { formatFull } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useLanguage } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import type { Scope } from '../scope/scope.js';
import { DataTable } from '../table/index.js';
import { Drawer } from '../ui/drawer.js';
import { ProblemPanel } from '../ui/problem-panel.js';
import { SelectField } from '../ui/select-field.js';
import { formulaLabel } from './builder.js';
import type { RowsLink } from './picked.js';
import { drillQuery, fetchDrill } from './queries.js';
import { type DrillInput, drillInput } from './question.js';
import { type RowTexts, rowColumns } from './rows-columns.js';
import { exploreTexts } from './texts.js';

const PAGE = 50;
const ORDERS = ['value', 'time'] as const;

/** The orders, customers, visits or payments behind a value, page by page. */
export function RowsDrawer({
  link,
  tenantId,
  scope,
  model,
  onClose,
}: {
  readonly link: RowsLink;
  readonly tenantId: string;
  readonly scope: Scope;
  readonly model: ModelDescription;
  readonly onClose: () => void;
}) {
  const { t } = useTexts(exploreTexts);
  const style = useNumberStyle();
  const texts = useRowTexts();
  const [part, setPart] = useState<string>();
  const [order, setOrder] = useState<(typeof ORDERS)[number]>('value');
  const [from, to] = link.s ?? [];
  const span = from && to ? { from, to } : undefined;
  const mark = { metric: link.x, filters: link.f, ...(span ? { span } : {}), column: link.d };
  const asked = { ...drillInput(mark, scope, model), order, ...(part ? { part } : {}) };
  const query = useRows(tenantId, asked);
  const pages = query.data?.pages ?? [];
  const [first] = pages;
  const rows = pages.flatMap((page) => page.rows);
  const label =
    model.metrics.find(({ name }) => name === link.x)?.label ??
    formulaLabel(link.x.replace(/^=/, ''), model.metrics);
  return (
    <Drawer
      open
      wide
      onClose={onClose}
      title={t('behind', { metric: label })}
      subtitle={first ? <Subtitle kind={t(`kind.${first.kind}`)} range={first.range} /> : undefined}
    >
      {query.isError ? (
        <ProblemPanel
          error={query.error}
          what={t('rowsFailed')}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : (
        <div className="space-y-4">
          <div className="grid gap-3 sm:grid-cols-2">
            {first && first.parts.length > 0 && (
              <SelectField
                label={t('part')}
                value={first.metric.name}
                choices={first.parts.map((one) => ({ value: one.name, label: one.label }))}
                onChange={setPart}
              />
            )}
            <SelectField
              label={t('order')}
              value={order}
              choices={ORDERS.map((value) => ({ value, label: t(`order.${value}`) }))}
              onChange={setOrder}
            />
          </div>
          {first && (
            <p role="status" className="text-text-2">
              {first.total === null
                ? t('listedPlain', { count: first.count })
                : t('listed', {
                    count: first.count,
                    total: formatFull(first.total, first.metric.unit, style),
                  })}
            </p>
          )}
          <DataTable<DrilledRow>
            label={t('behind', { metric: label })}
            toolbar
            columns={first ? rowColumns({ ...first, rows }, style, texts(first.kind)) : []}
            rows={rows}
            rowKey={({ key }) => JSON.stringify(key)}
            state={query.isPending ? 'loading' : 'ready'}
            empty={t('noRows')}
            {...(query.hasNextPage
              ? {
                  more: {
                    load: () => void query.fetchNextPage(),
                    loading: query.isFetchingNextPage,
                  },
                }
              : {})}
          />
        </div>
      )}
    </Drawer>
  );
}

/** The pages of a listing; the earlier ones stay while another order is on its way. */
function useRows(tenantId: string, asked: DrillInput) {
  const request = { ...asked, limit: PAGE, locale: useLanguage() };
  return useInfiniteQuery({
    queryKey: drillQuery.key(tenantId, request),
    meta: { ledgers: 'any' },
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      fetchDrill(tenantId, { ...request, offset: pageParam }, signal),
    getNextPageParam: (last) => last.next_offset ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** What the columns of a kind of things are called. */
function useRowTexts() {
  const { t } = useTexts(exploreTexts);
  return (kind: Drill['kind']): RowTexts => ({
    key: t(`key.${keyOf(kind)}`),
    column: (name) => {
      const known = columnOf(name);
      return known ? t(`column.${known}`) : name;
    },
  });
}

function Subtitle({ kind, range }: { readonly kind: string; readonly range: Drill['range'] }) {
  const { locale } = useNumberStyle();
  return range ? `${kind} · ${formatRange(range, locale)}` : kind;
}

const KEYS = ['order', 'customer', 'session', 'visitor', 'stock'] as const;
const keyOf = (kind: Drill['kind']) => KEYS.find((one) => one === kind) ?? 'event';

const COLUMNS = [
  'at',
  'first',
  'last',
  'order',
  'customer',
  'channel',
  'products',
  'units',
  'net',
  'orders',
  'device',
  'source',
  'actions',
  'payment',
  'status',
  'method',
  'failure',
  'amount',
  'review',
  'product',
  'rating',
  'campaign',
  'clicks',
] as const;
const columnOf = (name: string) => COLUMNS.find((one) => one === name);
