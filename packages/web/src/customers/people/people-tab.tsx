import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { usePageSearch } from '../../address/use-address.js';
import { ExportMenu } from '../../boards/exports/export-menu.js';
import { formatShort } from '../../format/numbers.js';
import { useNumberStyle } from '../../format/style-context.js';
import { useLanguage } from '../../messages/language.js';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { useGoTo } from '../../pages/page-link.js';
import { useScope } from '../../scope/use-scope.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ListPanel } from '../../ui/list-panel.js';
import { ProgressLine } from '../../ui/progress-line.js';
import { parseCondition, parseSort, printSort } from '../conditions.js';
import {
  COLUMNS,
  customersQuery,
  customersRequest,
  type Look,
  PAGE_SIZE,
} from '../customers-query.js';
import { customersSearch } from '../customers-search.js';
import { customersTexts } from '../texts.js';
import { type CustomerRow, useCustomerColumns } from './columns.js';
import { ListTools } from './list-tools.js';
import { Pager } from './pager.js';
import { PersonalExport } from './personal-export.js';
import { useExport } from './use-export.js';

/** Customers one by one: searched, narrowed, sorted, page by page. */
export function PeopleTab() {
  const { t } = useTexts(customersTexts);
  const tenant = useTenant();
  const style = useNumberStyle();
  const goTo = useGoTo();
  const locale = useLanguage();
  const { scope, setFilters } = useScope();
  const [state, change] = usePageSearch(customersSearch);
  const look = lookOf(state, scope.filters, locale);
  const query = useQuery({
    ...customersQuery.options(tenant.id, { look, page: state.page }),
    placeholderData: (before, last) =>
      last?.queryKey[1] === tenant.id ? keepPreviousData(before) : undefined,
  });
  const answer = query.data;
  const columns = useCustomerColumns(answer);
  const exporting = useExport(look);
  const narrowed = look.where.length + look.filters.length > 0 || state.q !== undefined;
  const clear = () => {
    change({ q: undefined, where: [], page: 1, in: 'all_time', as_of: undefined });
    if (scope.filters.length > 0) setFilters([]);
  };
  return (
    <div className="space-y-3">
      <ProgressLine active={query.isFetching && !query.isPending} />
      <ListTools words={answer?.words} />
      {answer && answer.total > 0 && (
        <p className="text-text-2" aria-live="polite">
          {t('found', {
            count: answer.total,
            revenue: formatShort(answer.revenue, 'currency', style),
          })}
        </p>
      )}
      <ListPanel<CustomerRow>
        query={query}
        what={t('loadFailed')}
        none={
          narrowed || state.in !== 'all_time' || state.as_of !== undefined ? (
            <EmptyState
              icon={Users}
              title={t('noneFound')}
              action={<Button onClick={clear}>{t('clear')}</Button>}
            >
              {t('noneFoundAbout')}
            </EmptyState>
          ) : (
            <EmptyState icon={Users} title={t('noneTitle')}>
              {t('none')}
            </EmptyState>
          )
        }
        label={t('list')}
        name="customers"
        columns={columns}
        rows={answer?.rows ?? []}
        rowKey={({ customer_key: key }) => String(key)}
        presorted
        sort={look.sort}
        onSort={(sort) =>
          change({ sort: sort === null ? undefined : printSort(sort), page: 1 }, { replace: true })
        }
        onSave={() => exporting.mutate({ personal: false })}
        onOpen={({ customer_key: key }) => goTo(`/customers/${String(key)}`)}
      />
      {answer && answer.total > 0 && (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <div className="flex flex-wrap items-center gap-2">
            <ExportMenu
              title={t('list')}
              ask={{
                operation: 'customers.list',
                input: {
                  ...customersRequest(tenant.id, look),
                  columns: ['customer_key', ...COLUMNS],
                },
              }}
            />
            <PersonalExport exporting={exporting} total={answer.total} />
          </div>
          <Pager
            page={state.page}
            pages={Math.max(1, Math.ceil(answer.total / PAGE_SIZE))}
            onChange={(page) => change({ page })}
          />
        </div>
      )}
    </div>
  );
}

/** What the address says is looked for. */
const lookOf = (
  state: {
    readonly [Key in keyof typeof customersSearch]: ReturnType<
      (typeof customersSearch)[Key]['parse']
    >;
  },
  filters: Look['filters'],
  locale: string,
): Look => ({
  search: state.q,
  span: state.in,
  asOf: state.as_of,
  where: state.where.flatMap((text) => parseCondition(text) ?? []),
  filters,
  sort: parseSort(state.sort),
  locale,
});
