import type { AskAnswer, AskData, AskTable } from '@olympus/sdk';
import { ChartLine, Table2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formatRange } from '../format/dates.js';
import { NumberStyleProvider, useNumberStyle } from '../format/style-context.js';
import { LineSample, TrendChart } from '../overview/trend-chart.js';
import { useTexts } from '../messages/use-texts.js';
import { Button } from '../ui/button.js';
import { BandChart } from './band-chart.js';
import { BigFigures } from './big-figures.js';
import { groupSeries, trendOf } from './figures.js';
import { GroupLines } from './group-lines.js';
import { ResultTable } from './result-table.js';

/** The figures of an answer as the question calls for them, what they say, and where they are from. */
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
        <Main data={data} />
        {answer.insights.length > 0 && <Insights answer={answer} />}
        {data.notes.length > 0 && (
          <ul className="space-y-0.5 text-text-2 text-xs">
            {data.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        <Source data={data} />
      </div>
    </NumberStyleProvider>
  );
}

function Main({ data }: { readonly data: AskData }) {
  const { t } = useTexts();
  const [asTable, setAsTable] = useState(false);
  const [main, ...others] = data.tables;
  if (main === undefined) return null;
  if (main.rows.length === 0)
    return <p className="text-text-2">{t('ask.nothing')}</p>;
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
  if (!isSeries) {
    if (!isGrouped) return <BigFigures table={main} />;
    return <ResultTable table={main} data={data} bars={data.chart !== 'table'} />;
  }
  return (
    <div>
      <fieldset className="mb-2 flex w-fit rounded-control bg-surface-2 p-0.5">
        <legend className="sr-only">{t('overview.showAs')}</legend>
        <View label={t('overview.chart')} pressed={!asTable} onClick={() => setAsTable(false)}>
          <ChartLine size={14} aria-hidden="true" />
        </View>
        <View label={t('overview.table')} pressed={asTable} onClick={() => setAsTable(true)}>
          <Table2 size={14} aria-hidden="true" />
        </View>
      </fieldset>
      {asTable ? (
        <ResultTable table={main} data={data} />
      ) : (
        <SeriesChart data={data} table={main} grouped={isGrouped} />
      )}
    </div>
  );
}

function View({
  label,
  pressed,
  onClick,
  children,
}: {
  readonly label: string;
  readonly pressed: boolean;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}) {
  return (
    <Button
      look="icon"
      aria-pressed={pressed}
      aria-label={label}
      title={label}
      onClick={onClick}
      className="aria-pressed:chip size-7! aria-pressed:bg-surface aria-pressed:text-text aria-pressed:shadow-sm pointer-coarse:size-11!"
    >
      {children}
    </Button>
  );
}

function SeriesChart({
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
  const trend = useMemo(() => trendOf(data, table, nowIso), [data, table, nowIso]);
  const groups = useMemo(() => (grouped ? groupSeries(table) : []), [grouped, table]);
  if (grouped) return <GroupLines groups={groups} table={table} />;
  if (table.columns.some(({ role }) => role === 'low')) {
    return <BandChart table={table} grain={data.grain ?? 'day'} />;
  }
  if (trend === undefined || data.range === null) return <ResultTable table={table} data={data} />;
  const range = { ...data.range, time_zone: data.time_zone };
  const comparison = data.comparison_range;
  return (
    <>
      <TrendChart trend={trend} dashboard={{ range, comparison }} />
      {trend.previous && comparison && (
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
          <summary className="min-h-6 cursor-pointer pointer-coarse:min-h-11">{t('ask.sql')}</summary>
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
