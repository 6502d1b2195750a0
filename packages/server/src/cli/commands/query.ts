import { readFileSync } from 'node:fs';
import { Problem } from '@olympus/core';
import type { Command } from 'commander';
import type { Runner } from '../runner.js';
import { digitsOf, printTable } from '../terminal.js';

interface Answer {
  readonly columns: readonly {
    readonly name: string;
    readonly type: string;
    readonly unit?: string;
    readonly role: string;
  }[];
  readonly rows: readonly Readonly<Record<string, string | number | boolean | null>>[];
  readonly meta: {
    readonly range: { readonly from: string; readonly to: string } | null;
    readonly time_zone: string;
    readonly currency: string;
    readonly elapsed_ms: number;
    readonly truncated: boolean;
    readonly sql?: string;
  };
}

interface QueryOptions {
  readonly tenant?: string;
  readonly metrics?: string;
  readonly by?: string;
  readonly timeframe?: string;
  readonly from?: string;
  readonly to?: string;
  readonly grain?: string;
  readonly compare?: string;
  readonly filter: readonly string[];
  readonly order?: string;
  readonly limit?: string;
  readonly sql?: boolean;
}

const list = (text: string | undefined) =>
  text?.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));

export function addQueryCommand(program: Command, run: Runner): void {
  program
    .command('query [query]')
    .description('Ask for metrics: a MetricQuery as JSON ("-" for standard input), or by options')
    .option('--tenant <id>', 'tenant')
    .option('--metrics <list>', 'such as revenue,orders')
    .option('--by <list>', 'dimensions, such as customer.country')
    .option('--timeframe <name>', 'such as last_28_days or all_time')
    .option('--from <date>', 'first day, on the tenant’s calendar')
    .option('--to <date>', 'the day after the last')
    .option('--grain <grain>', 'hour, day, week, month, quarter or year')
    .option('--compare <kind>', 'previous_period or same_period_last_year')
    .option(
      '--filter <condition>',
      'dimension=value[,value…] (may be repeated; != excludes)',
      (value: string, all: readonly string[]) => [...all, value],
      [] as readonly string[],
    )
    .option('--order <column>', 'a column of the answer, -column for descending')
    .option('--limit <n>', 'rows at most')
    .option('--sql', 'show the SQL behind the answer')
    .action((text: string | undefined, options: QueryOptions) =>
      run(async ({ terminal, connection }) => {
        const answer = await connection.call<Answer>({
          method: 'POST',
          path: '/api/analytics/query',
          body: text === undefined ? fromOptions(options) : fromText(text, options.tenant),
        });
        if (terminal.json) return terminal.printJson(answer);
        terminal.print(printAnswer(answer));
        if (options.sql === true) terminal.print(`\n${answer.meta.sql ?? '(no SQL)'}`);
        const { range, time_zone, currency, elapsed_ms, truncated } = answer.meta;
        const span = range === null ? 'no data' : `${range.from} to ${range.to}, ${time_zone}`;
        const cut = truncated ? ', cut off: raise --limit' : '';
        terminal.note(`\n${span} · ${currency} · ${Math.round(elapsed_ms)} ms${cut}`);
      }),
    );
}

function fromText(text: string, tenant: string | undefined): unknown {
  const json = text === '-' ? readFileSync(0, 'utf8') : text;
  try {
    const query: unknown = JSON.parse(json);
    if (tenant === undefined || typeof query !== 'object' || query === null) return query;
    return { ...query, tenant_id: tenant };
  } catch (cause) {
    throw invalid(
      'The query is not valid JSON',
      'Put it in single quotes, or use the options.',
      cause,
    );
  }
}

function fromOptions(options: QueryOptions): unknown {
  const { tenant, from, to, timeframe, grain, compare } = options;
  const metrics = list(options.metrics);
  if (tenant === undefined || metrics === undefined) {
    throw invalid('A query needs --tenant and --metrics', 'See olympus query --help.');
  }
  const time =
    from !== undefined && to !== undefined
      ? { from, to }
      : timeframe === undefined
        ? undefined
        : { timeframe };
  const { order } = options;
  return {
    tenant_id: tenant,
    metrics,
    ...(options.by === undefined ? {} : { dimensions: list(options.by) }),
    ...(time === undefined ? {} : { time }),
    ...(grain === undefined ? {} : { grain }),
    ...(compare === undefined ? {} : { compare }),
    ...(options.filter.length === 0 ? {} : { filters: options.filter.map(parseFilter) }),
    ...(order === undefined
      ? {}
      : {
          order: [
            order.startsWith('-')
              ? { by: order.slice(1), direction: 'desc' }
              : { by: order, direction: 'asc' },
          ],
        }),
    ...(options.limit === undefined ? {} : { limit: Number(options.limit) }),
  };
}

function parseFilter(text: string) {
  const match = /^([\w.]+)(!?=)(.*)$/s.exec(text);
  if (match === null) throw invalid(`"${text}" is no condition`, 'Write it as dimension=value.');
  return {
    dimension: match[1],
    operator: match[2] === '=' ? 'equals' : 'not_equals',
    values: list(match[3]) ?? [],
  };
}

function printAnswer({ columns, rows, meta }: Answer): string {
  if (rows.length === 0) return 'There is nothing in this span.';
  return printTable(
    columns.map((column) => ({
      title: column.name,
      align: column.role === 'dimension' || column.role === 'time' ? 'left' : 'right',
    })),
    rows.map((row) =>
      columns.map((column) => printCell(row[column.name] ?? null, column, meta.currency)),
    ),
  );
}

function printCell(
  value: string | number | boolean | null,
  column: { readonly name: string; readonly unit?: string; readonly role: string },
  currency: string,
): string {
  if (value === null) return '–';
  if (typeof value !== 'number') return String(value);
  if (column.unit === 'ratio' || column.role === 'change') {
    return `${(value * 100).toFixed(1)} %`;
  }
  if (column.unit === 'currency') return value.toLocaleString('en', digitsOf(currency));
  return value.toLocaleString('en', { maximumFractionDigits: column.unit === 'count' ? 0 : 4 });
}

function invalid(message: string, remedy: string, cause?: unknown): Problem {
  return new Problem({ code: 'invalid_query', kind: 'invalid', message, remedy, cause });
}
