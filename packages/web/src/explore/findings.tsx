import type { ModelDescription, Trends } from '@olympus/sdk';
import { SearchX } from 'lucide-react';
import { useState } from 'react';
import { usePageSearch } from '../address/use-address.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { useScope } from '../scope/use-scope.js';
import { Button } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { useDrawer } from '../ui/use-drawer.js';
import { fittingDimensions } from './builder.js';
import { ChartPanels } from './chart-panel.js';
import { type ExploreState, exploreSearch } from './explore-search.js';
import { ExploreTable } from './explore-table.js';
import { MarkMenu } from './mark-menu.js';
import { furtherDimensions, pickMark, pickRow } from './pick.js';
import type { Picked } from './picked.js';
import { shownView } from './question.js';
import { RowsDrawer } from './rows-drawer.js';
import { parseRows, printRows } from './rows-link.js';
import { exploreTexts } from './texts.js';
import { usePlace } from './use-place.js';

/** The chart, the table beneath it, and the ways on from both. */
export function Findings({
  trends,
  state,
  model,
}: {
  readonly trends: Trends;
  readonly state: ExploreState;
  readonly model: ModelDescription;
}) {
  const { t } = useTexts(exploreTexts);
  const { locale } = useNumberStyle();
  const tenant = useTenant();
  const control = useScope();
  const [, change] = usePageSearch(exploreSearch);
  const drawer = useDrawer('rows');
  const [picked, setPicked] = useState<Picked>();
  const place = usePlace(setPicked);
  const words = {
    locale,
    others: t('others'),
    changeOf: (metric: string) => t('changeOf', { metric }),
  };
  const view = shownView(state);
  const link = parseRows(drawer.id);
  const { filters } = control.scope;
  const nothing =
    trends.total.values.every(({ value }) => value === null || value === 0) &&
    trends.groups.length === 0;
  if (nothing && (filters.length > 0 || state.b.length > 0)) {
    return (
      <EmptyState
        icon={SearchX}
        title={t('nothing')}
        action={
          filters.length > 0 && (
            <Button onClick={() => control.setFilters([])}>{t('clearFilters')}</Button>
          )
        }
      >
        {t('nothingAbout')}
      </EmptyState>
    );
  }
  return (
    // marks and rows are reached by keys as well: see their charts and tables
    <div role="presentation" className="space-y-4" {...place.watch}>
      {view !== 'table' && (
        <ChartPanels
          trends={trends}
          view={view}
          words={words}
          byChange={state.by !== 'value' && trends.comparison !== null}
          onPick={(key, metrics) =>
            place.pick(pickMark(trends, key, metrics, state.x, words, place.read()))
          }
        />
      )}
      <ExploreTable
        trends={trends}
        words={words}
        onOpen={(row) => place.pick(pickRow(trends, row, state.x, words, place.read()))}
      />
      {picked && (
        <MarkMenu
          picked={picked}
          dimensions={furtherDimensions(fittingDimensions(state, model), state.b)}
          onClose={() => setPicked(undefined)}
          onRows={(rows) => drawer.open(printRows(rows))}
          onZoom={(range) => control.setRange(range)}
          onFilter={({ filters: more = [] }, exclude) =>
            control.setFilters([
              ...filters,
              ...more.map((filter) => (exclude ? excluding(filter) : filter)),
            ])
          }
          onBreakDown={(dimension, group) => {
            control.setFilters([...filters, ...(group?.filters ?? [])]);
            change({ b: [dimension], as: 'auto' });
          }}
        />
      )}
      {link && (
        <RowsDrawer
          key={drawer.id}
          link={link}
          tenantId={tenant.id}
          scope={control.scope}
          model={model}
          onClose={drawer.close}
        />
      )}
    </div>
  );
}

type Filter = NonNullable<Picked['groups'][number]['filters']>[number];
const excluding = (filter: Filter): Filter => ({
  ...filter,
  operator: filter.operator === 'equals' ? 'not_equals' : 'equals',
});
