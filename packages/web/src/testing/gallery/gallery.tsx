import '../../styles/app.css';
import { type ReactNode, StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Announcer } from '../../app/announcer.js';
import {
  BandChart,
  BarChart,
  ColumnChart,
  CursorGroup,
  FunnelChart,
  HeatGrid,
  LineChart,
  SankeyChart,
  ScatterChart,
  SmallMultiples,
  Sparkline,
  StackedChart,
} from '../../charts/index.js';
import { describeDelta } from '../../format/delta.js';
import { formatFull } from '../../format/numbers.js';
import { NumberStyleProvider } from '../../format/style-context.js';
import { type Column, DataTable } from '../../table/index.js';
import { Button } from '../../ui/button.js';
import { DeltaChip } from '../../ui/delta-chip.js';
import * as samples from './samples.js';

/** Every chart and the table with data of every kind: to look at, and for tests. Never shipped. */
const STYLE = { locale: 'en-GB', currency: 'EUR' };
/** `wide=1` gives every card the whole width. */
const GRID = {
  padding: 16,
  maxWidth: 1600,
  display: 'grid',
  gap: 16,
  gridTemplateColumns: `repeat(auto-fill, minmax(min(100%, ${new URLSearchParams(location.search).has('wide') ? 1600 : 560}px), 1fr))`,
};
const DETAILS = ['23 Oct – 19 Nov 2026', 'Europe/Berlin', 'EUR'];

const query = new URLSearchParams(location.search);
document.documentElement.dataset.theme = query.get('theme') ?? 'light';
document.documentElement.dir = query.get('dir') ?? 'ltr';

const columns: readonly Column<samples.Order>[] = [
  {
    key: 'id',
    label: 'Order',
    kind: 'text',
    value: ({ id }) => id,
    width: 110,
    total: 'All orders',
  },
  { key: 'customer', label: 'Customer', kind: 'text', value: ({ customer }) => customer },
  { key: 'country', label: 'Country', kind: 'text', value: ({ country }) => country },
  {
    key: 'items',
    label: 'Items',
    kind: 'number',
    value: ({ items }) => items,
    width: 80,
    bar: ({ items }) => items,
    total: '54,321',
  },
  {
    key: 'value',
    label: 'Value',
    kind: 'number',
    value: ({ value }) => value,
    text: ({ value }) => formatFull(value, 'currency', STYLE),
    width: 110,
    total: '€5,432,109.80',
  },
  {
    key: 'change',
    label: 'Change',
    kind: 'number',
    width: 90,
    value: ({ change }) => change,
    show: ({ change }) => (
      <DeltaChip
        plain
        delta={describeDelta({ value: 1, previous: 1, change }, 'ratio', 'up_good', 'en-GB')}
      />
    ),
  },
  {
    key: 'trend',
    label: 'Last 12 weeks',
    kind: 'text',
    sortable: false,
    width: 120,
    value: () => null,
    show: ({ trend }) => (
      <Sparkline points={trend.map((value) => ({ value }))} className="block h-6 w-full" />
    ),
  },
  { key: 'note', label: 'Note', kind: 'text', optional: true, value: () => null },
];

function Tables() {
  const [opened, setOpened] = useState('');
  const [rows] = useState(() => samples.orders(10_000));
  return (
    <>
      <Card title="Ten thousand rows, selectable">
        <DataTable
          label="Orders"
          name="gallery"
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          height={420}
          onOpen={({ id }) => setOpened(id)}
          actions={(chosen) => <Button>Tag {chosen.length}</Button>}
        />
        <p role="status">{opened && `Opened ${opened}`}</p>
      </Card>
      <Card title="To read, with more to load">
        <DataTable
          label="Few orders"
          columns={columns.slice(0, 5)}
          rows={rows.slice(0, 6)}
          rowKey={({ id }) => id}
          toolbar
          more={{ load: () => {}, loading: false }}
        />
      </Card>
      <Card title="Loading">
        <DataTable
          label="Loading orders"
          columns={columns.slice(0, 5)}
          rows={[]}
          rowKey={({ id }) => id}
          state="loading"
        />
      </Card>
      <Card title="Failed">
        <DataTable
          label="Failed orders"
          columns={columns.slice(0, 5)}
          rows={[]}
          rowKey={({ id }) => id}
          state="failed"
          onRetry={() => {}}
        />
      </Card>
      <Card title="Empty">
        <DataTable
          label="No orders"
          columns={columns.slice(0, 5)}
          rows={[]}
          rowKey={({ id }) => id}
          empty="No orders match 3 filters"
        />
      </Card>
    </>
  );
}

const all = <Data,>(
  of: Readonly<Record<string, Data>>,
  draw: (data: Data, heading: ReactNode) => ReactNode,
) =>
  Object.entries(of).map(([title, data]) => (
    <section key={title} aria-label={title} className="card min-w-0 px-4 pt-3 pb-4">
      {draw(data, <h2 className="font-semibold text-md">{title}</h2>)}
    </section>
  ));

const SECTIONS: Readonly<Record<string, () => ReactNode>> = {
  lines: () => (
    <CursorGroup>
      {all(samples.LINES, (data, heading) => (
        <LineChart heading={heading} data={data} details={DETAILS} sharedCursor />
      ))}
      <Card title="Area">
        <LineChart data={samples.LINES['Revenue with comparison, running day'] ?? none()} area />
      </Card>
    </CursorGroup>
  ),
  edges: () => (
    <>
      {all(samples.EDGES, (data, heading) => (
        <LineChart heading={heading} data={data} />
      ))}
      {all(samples.EDGES, (data, heading) => (
        <ColumnChart heading={heading} data={data} />
      ))}
      {all(samples.EDGES, (data, heading) => (
        <StackedChart heading={heading} data={data} share />
      ))}
      {all(
        {
          'All zeros': samples.EDGES['All zeros'] ?? none(),
          'One point': samples.EDGES['One point'] ?? none(),
        },
        (data, heading) => (
          <BarChart heading={heading} data={data} />
        ),
      )}
    </>
  ),
  bars: () => (
    <>
      {all(samples.COLUMNS, (data, heading) => (
        <ColumnChart heading={heading} data={data} details={DETAILS} />
      ))}
      {all(samples.BARS, (data, heading) => (
        <BarChart heading={heading} data={data} details={DETAILS} />
      ))}
    </>
  ),
  stacks: () => (
    <>
      {all(samples.STACKS, (data, heading) => (
        <StackedChart heading={heading} data={data} details={DETAILS} />
      ))}
      {all(samples.STACKS, (data, heading) => (
        <StackedChart heading={heading} data={data} as="area" />
      ))}
      {all(samples.STACKS, (data, heading) => (
        <StackedChart heading={heading} data={data} share />
      ))}
      {all(samples.STACKS, (data, heading) => (
        <StackedChart heading={heading} data={data} as="area" share />
      ))}
      <Card title="Above and below zero">
        <StackedChart data={samples.COLUMNS['Above and below zero'] ?? none()} />
      </Card>
    </>
  ),
  bands: () =>
    all(samples.BANDS, (data, heading) => (
      <BandChart heading={heading} data={data} details={DETAILS} />
    )),
  grids: () => (
    <>
      {all(
        {
          Cohorts: samples.COHORTS,
          Hours: samples.HOURS,
          Changes: samples.CHANGES,
          Nothing: { ...samples.HOURS, rows: [] },
        },
        (data, heading) => (
          <HeatGrid heading={heading} data={data} />
        ),
      )}
    </>
  ),
  flows: () => (
    <>
      {all(
        {
          Funnel: samples.FUNNEL,
          Segments: samples.SEGMENTED,
          Nothing: { ...samples.FUNNEL, steps: [] },
        },
        (data, heading) => (
          <FunnelChart heading={heading} data={data} />
        ),
      )}
      {all({ Paths: samples.PATHS, Nothing: { ...samples.PATHS, links: [] } }, (data, heading) => (
        <SankeyChart heading={heading} data={data} />
      ))}
    </>
  ),
  points: () => (
    <>
      <Card title="Scatter">
        <ScatterChart data={samples.PRODUCTS} />
      </Card>
      <Card title="Small multiples">
        <SmallMultiples
          caption="Revenue of each channel over time"
          unit="currency"
          groups={(samples.STACKS['Six channels, weeks of a year']?.series ?? []).map(
            ({ key, label, points }) => ({
              key,
              label,
              points,
              last: points.at(-2)?.value ?? null,
            }),
          )}
        />
      </Card>
    </>
  ),
  tables: () => <Tables />,
};

function none(): never {
  throw new Error('no such sample');
}

function Card({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="card min-w-0 px-4 pt-3 pb-4">
      <h2 className="font-semibold text-md">{title}</h2>
      {children}
    </section>
  );
}

const shown = query.get('only');
const place = document.getElementById('root');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <NumberStyleProvider value={STYLE}>
        <main style={GRID}>
          <h1 className="sr-only">Charts and tables</h1>
          {Object.entries(SECTIONS).map(([name, Section]) =>
            shown === null || shown === name ? <Section key={name} /> : null,
          )}
        </main>
        <Announcer />
      </NumberStyleProvider>
    </StrictMode>,
  );
}
