import type { AnalyticsService } from '@olympus/analytics/room';
import type { Handlers } from '@olympus/contract';
import { type Clock, Problem } from '@olympus/core';
import type { Jobs } from '@olympus/jobs';
import type { Tenants } from '@olympus/platform';
import { type MetricQuery, modelLanguageOf, parseMetricQuery } from '@olympus/semantic';
import type { Question } from '../board.js';
import type { createExportJob } from '../exports/export-job.js';
import { type Answered, makeSheet } from '../exports/make-sheet.js';
import { fileNameOf, labelOf, mediaTypes } from '../exports/sheet.js';
import type { TableSource } from '../exports/tables/table.js';
import { tableFrom, tabular } from '../exports/tables/tables.js';
import { writeSheet } from '../exports/write-sheet.js';
import type { AskTile, Outcome } from '../tiles/ask-tile.js';
import { calendarOf } from './boards.js';
import type { exportOperations } from './exports.contract.js';

export function exportHandlers({
  analytics,
  jobs,
  job,
  askTile,
  tenants,
  clock,
}: {
  readonly analytics: AnalyticsService['analytics'];
  readonly jobs: Pick<Jobs, 'enqueue'>;
  readonly job: ReturnType<typeof createExportJob>;
  readonly askTile: AskTile;
  readonly tenants: Pick<Tenants, 'get'>;
  readonly clock: Clock;
}): Handlers<typeof exportOperations> {
  return {
    'exports.start': async ({ tenant, input, note }) => {
      const { tenant_id: _, query, ...how } = input;
      // a shape that cannot be asked is told now rather than by a job that failed
      const { tenant_id: __, ...checked } = parseMetricQuery({ ...query, tenant_id: tenant });
      const { id } = await jobs.enqueue(job, { query: checked, ...how }, { tenant });
      note({ target: String(id), detail: { format: how.format } });
      return { job_id: id };
    },
    'exports.answer': async ({ tenant, input, caller, signal, requestId }) => {
      const { format, locale } = input;
      const ask = structuredClone(input.ask) as Question;
      const calendar = await calendarOf(tenants, clock, tenant);
      const put = async (question: Question) => {
        const { outcomes } = await askTile({
          ...{ tenant, tile: { ask: question, follows: alone }, scope: {}, calendar, caller },
          ...{ locale, signal, requestId },
        });
        const [outcome] = outcomes;
        if (outcome === undefined || 'problem' in outcome) throw notAnswered(outcome?.problem);
        return outcome.answer;
      };
      const answer = await allPages(put, ask);
      const language = modelLanguageOf(locale) === 'de' ? 'de' : 'en';
      const table = tableFrom(ask.operation, answer, language);
      if (table === undefined) throw noTable(ask.operation);
      const title = input.title?.trim() || ask.operation;
      const filters = { filters: (ask.input as Pick<MetricQuery, 'filters'>).filters ?? [] };
      const sheet = makeSheet(title, filters, answeredBy(table, clock), locale);
      return {
        body: writeSheet(format, sheet),
        mediaType: mediaTypes[format],
        name: `${fileNameOf(title, table.range)}.${format}`,
      };
    },
    'analytics.export': async ({ tenant, input, signal }) => {
      const { format, locale } = input;
      const query = parseMetricQuery({ ...input.query, tenant_id: tenant });
      const language = modelLanguageOf(locale);
      const answer = await analytics.query({ tenantId: tenant, query, language, signal });
      const title = input.title?.trim() || answer.columns.map(labelOf).join(', ');
      return {
        body: writeSheet(format, makeSheet(title, query, answer, locale)),
        mediaType: mediaTypes[format],
        name: `${fileNameOf(title, answer.meta.range)}.${format}`,
      };
    },
  };
}

/** A table as files tell of it. */
function answeredBy(table: TableSource, clock: Clock): Answered {
  const { columns, rows, range, comparison, timeZone, currency, dataThrough, truncated } = table;
  return {
    columns,
    rows,
    meta: {
      time_zone: timeZone,
      currency,
      range,
      ...(comparison === null ? {} : { comparison_range: comparison }),
      freshness: { data_through: dataThrough },
      generated_at: new Date(clock.now()).toISOString(),
      truncated,
    },
  };
}

function noTable(operation: string): Problem {
  return new Problem({
    code: 'no_table',
    kind: 'invalid',
    message: `What ${operation} answers is no table`,
    at: '/ask/operation',
    remedy: `Name one of ${tabular.join(', ')}.`,
  });
}

/** The operation's own fault, at the place of its own input. */
function notAnswered(
  problem: Extract<Outcome, { problem: object }>['problem'] | undefined,
): Problem {
  return new Problem({
    code: 'not_answered',
    kind: 'invalid',
    message: problem?.message ?? 'The operation gave no answer',
    at: `/ask/input${problem?.at ?? ''}`,
    ...(problem?.remedy === undefined ? {} : { remedy: problem.remedy }),
  });
}

/** There is no dashboard around it. */
const alone = { time: false, filters: false, grain: false };

/** Rows of a page, and of a file at most, of operations that answer page by page. */
const pages: Readonly<Record<string, number>> = { 'customers.list': 200 };
const mostRows = 10_000;

/** The pages of an answer put together; of other operations the answer. */
async function allPages(
  put: (question: Question) => Promise<unknown>,
  ask: Question,
): Promise<unknown> {
  const limit = pages[ask.operation];
  if (limit === undefined) return put(ask);
  const rows: unknown[] = [];
  for (let offset = 0; ; offset += limit) {
    const answer = await put({ ...ask, input: { ...ask.input, limit, offset } });
    // that there are rows is what makes an operation one of those above
    const page = answer as { readonly rows: readonly unknown[] };
    rows.push(...page.rows);
    if (page.rows.length < limit || rows.length >= mostRows) return { ...page, rows };
  }
}
