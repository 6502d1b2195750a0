import type { AskAnswer, AskData, AskTable } from '@olympus/sdk';
import { useMemo, useState } from 'react';
import {
  BandChart,
  LineChart,
  LineSample,
  SmallMultiples,
  type View,
  ViewSwitch,
} from '../charts/index.js';
import { formatRange } from '../format/dates.js';
import { NumberStyleProvider, useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { BigFigures } from './big-figures.js';
import { bandDataOf, groupSeries, mainColumn, seriesDataOf } from './figures.js';
import { FrameLink } from './frame-link.js';
import { ResultTable } from './result-table.js';

/** What the figures of an answer say, the figures as the question calls for them, and where they are from. */
export function AnswerView({
  answer,
  data,
}: {
  readonly answer: AskAnswer;
  readonly data: AskData;
}) {
  const { locale } = useNumberStyle();
  const style = useMemo(() => ({ locale, currency: data.currency }), [locale, data.currency]);
  return (
    <NumberStyleProvider value={style}>
      <div className="mt-4 space-y-4">
        {answer.insights.length > 0 && <Insights answer={answer} />}
        <Main data={data} />
        {answer.frame?.study && <More data={data} />}
        {data.notes.length > 0 && (
          <ul className="space-y-0.5 text-text-2 text-xs">
            {data.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        {answer.frame && <FrameLink frame={answer.frame} />}
        <Source data={data} />
      </div>
    </NumberStyleProvider>
  );
}

function Main({ data }: { readonly data: AskData }) {
  const { t } = useTexts();
  const [main, ...others] = data.tables;
  if (main === undefined) return null;
  if (main.rows.length === 0) return <p className="text-text-2">{t('ask.nothing')}</p>;
  const isDrivers = main.columns.some(({ role }) => role === 'contribution');
  if (isDrivers) {
    return (
      <>
        <BigFigures table={main} />
        <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
          {others.map((table) => (
            <ResultTable key={table.id} table={table} data={data} titled bars />
          ))}
        </div>
      </>
    );
  }
  const isSeries = main.columns.some(({ role }) => role === 'time');
  const isGrouped = main.columns.some(({ role }) => role === 'dimension');
  // cohorts by when they began are rows of a table, not points of a line
  if (isSeries && (data.chart === 'cohort' || data.chart === 'table'))
    return <ResultTable table={main} data={data} />;
  if (!isSeries) {
    if (!isGrouped) return <BigFigures table={main} />;
    return <ResultTable table={main} data={data} bars={data.chart !== 'table'} />;
  }
  return <SeriesAnswer data={data} table={main} grouped={isGrouped} />;
}

/** The tables behind a study's first: its cohorts, its list, its steps; what is told in words is not. */
function More({ data }: { readonly data: AskData }) {
  return data.tables
    .slice(1)
    .filter(({ rows, columns }) => rows.length > 1 || columns.some(isName))
    .map((table) => <ResultTable key={table.id} table={table} data={data} titled />);
}

const isName = ({ role }: AskTable['columns'][number]) => role === 'dimension';

/** A metric over time: as one chart, or as a small one for each group. */
function SeriesAnswer({
  data,
  table,
  grouped,
}: {
  readonly data: AskData;
  readonly table: AskTable;
  readonly grouped: boolean;
}) {
  const { locale } = useNumberStyle();
  const [nowIso] = useState(() => new Date().toISOString());
  const [view, setView] = useState<View>('chart');
  const banded = table.columns.some(({ role }) => role === 'low');
  const series = useMemo(
    () => (banded ? bandDataOf(data, table) : seriesDataOf(data, table, nowIso)),
    [banded, data, table, nowIso],
  );
  const rows = <ResultTable table={table} data={data} />;
  if (grouped) {
    return (
      <div>
        <div className="mb-2 flex">
          <ViewSwitch view={view} onChange={setView} />
        </div>
        {view === 'table' ? rows : <GroupLines table={table} />}
      </div>
    );
  }
  if (series === undefined) return rows;
  const { range, comparison_range: comparison } = data;
  const Chart = banded ? BandChart : LineChart;
  return (
    <>
      <Chart
        data={series}
        details={[
          range ? formatRange(range, locale) : '',
          data.time_zone.replaceAll('_', ' '),
          data.currency,
        ]}
      />
      {series.series[0]?.compared && range && comparison && (
        <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-text-2 text-xs">
          <li className="flex items-center gap-2">
            <LineSample />
            {formatRange(range, locale)}
          </li>
          <li className="flex items-center gap-2">
            <LineSample dashed />
            {formatRange(comparison, locale)}
          </li>
        </ul>
      )}
    </>
  );
}

/** Groups drawn; the table has them all. */
const SHOWN = 12;

/** A small line for each group, the largest group first. */
function GroupLines({ table }: { readonly table: AskTable }) {
  const { t } = useTexts();
  const groups = useMemo(() => groupSeries(table), [table]);
  const column = mainColumn(table);
  return (
    <>
      <SmallMultiples
        caption={t('ask.groups', { metric: column?.label ?? table.title })}
        groups={groups.slice(0, SHOWN)}
        unit={column?.unit ?? 'number'}
      />
      {groups.length > SHOWN && (
        <p className="mt-2 text-text-3 text-xs">
          {t('ask.moreGroups', { count: groups.length - SHOWN })}
        </p>
      )}
    </>
  );
}

/** Sentences told from the figures; their numbers stand out. */
function Insights({ answer }: { readonly answer: AskAnswer }) {
  const { outcome, insights } = answer;
  const language = outcome.kind === 'answer' ? outcome.language : undefined;
  return (
    <ul lang={language} className="max-w-[80ch] space-y-1 text-md">
      {insights.map((insight) => (
        <li key={insight.text}>
          {insight.parts.map((part, index) =>
            part.kind === 'figure' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no other order
              <strong key={index} className="whitespace-nowrap font-semibold">
                {part.text}
              </strong>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <span key={index}>{part.text}</span>
            ),
          )}
        </li>
      ))}
    </ul>
  );
}

/** What the figures refer to: dates, zone, currency, how far the data reaches, and the SQL. */
function Source({ data }: { readonly data: AskData }) {
  const { t } = useTexts();
  const { locale } = useNumberStyle();
  const { range, comparison_range: earlier, freshness } = data;
  const through = freshness.data_through;
  const parts = [
    range && formatRange(range, locale),
    earlier && t('ask.comparedWith', { dates: formatRange(earlier, locale) }),
    data.time_zone.replaceAll('_', ' '),
    data.currency,
    through && t('ask.dataThrough', { date: formatRange({ from: through, to: through }, locale) }),
  ].filter((part) => typeof part === 'string');
  return (
    <div className="border-border-soft border-t pt-2 text-text-3 text-xs">
      <p>{parts.join(' · ')}</p>
      {data.sql && data.sql.length > 0 && (
        <details className="mt-1">
          <summary className="min-h-6 cursor-pointer pointer-coarse:min-h-11">
            {t('ask.sql')}
          </summary>
          {data.sql.map((statement) => (
            <pre
              key={statement}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take focus to be scrolled by keys
              tabIndex={0}
              className="mt-2 max-h-64 overflow-auto rounded-control bg-surface-2 p-3 font-mono text-text-2"
            >
              {statement}
            </pre>
          ))}
        </details>
      )}
    </div>
  );
}
