import type { AskAnswer, AskColumn, AskTable } from '@olympus/analytics';
import type { AnswerRow } from '@olympus/semantic';
import type { Command } from 'commander';
import type { Runner } from '../runner.js';
import { digitsOf, printTable } from '../terminal.js';

/** Rows of a table that are printed; --json has them all. */
const shownRows = 40;

interface AskOptions {
  readonly tenant: string;
  readonly locale?: string;
  readonly conversation?: string;
  readonly choose?: string;
}

type Told = AskAnswer & { readonly conversation_id: string };

export function addAskCommand(program: Command, run: Runner): void {
  program
    .command('ask <question>')
    .description('Ask in plain words, such as "revenue by country last month"')
    .requiredOption('--tenant <id>', 'tenant')
    .option('--locale <locale>', 'language of the question where its words leave it open')
    .option('--conversation <id>', 'go on with a conversation: "by channel", "and last year?"')
    .option('--choose <n>', 'take this one when the question has several meanings')
    .action((question: string, options: AskOptions) =>
      run(async ({ terminal, connection }) => {
        const { tenant, locale, conversation, choose } = options;
        const ask = (more: object) =>
          connection.call<Told>({
            method: 'POST',
            path: '/api/analytics/nlp/query',
            body: {
              question,
              tenant_id: tenant,
              ...(locale === undefined ? {} : { locale }),
              ...more,
            },
          });
        let told = await ask(conversation === undefined ? {} : { conversation_id: conversation });
        if (told.outcome.kind === 'clarify' && choose !== undefined) {
          const option = told.outcome.options[Number(choose) - 1];
          if (option !== undefined) {
            told = await ask({ conversation_id: told.conversation_id, frame: option.frame });
          }
        }
        if (terminal.json) return terminal.printJson(told);
        terminal.print(printTold(told));
        terminal.note(`\nGo on with --conversation ${told.conversation_id}`);
      }),
    );
}

/** An answer as text: how it was read, its tables, what they say, and what to ask next. */
export function printTold({ outcome, data, insights, suggestions }: AskAnswer): string {
  const parts: string[] = [];
  const numbered = (items: readonly string[]) =>
    items.map((item, index) => `  ${index + 1}. ${item}`).join('\n');
  switch (outcome.kind) {
    case 'answer':
      parts.push(
        [outcome.interpretation, ...outcome.assumptions.map((text) => `  (${text})`)].join('\n'),
      );
      break;
    case 'clarify':
      parts.push(
        `${outcome.question}\n${numbered(outcome.options.map(({ label }) => label))}`,
        'Ask again with --choose and the number.',
      );
      break;
    case 'decline':
      parts.push(outcome.message);
      break;
    default:
      throw new Error(`unknown outcome ${String(outcome satisfies never)}`);
  }
  // what stands behind an interval is told in words
  const tables = (data?.tables ?? []).filter(
    (table) => table.columns.length > 1 || table === data?.tables[0],
  );
  const titled = tables.length > 1;
  for (const table of tables) parts.push(printAskTable(table, data?.currency ?? '', titled));
  if (insights.length > 0) parts.push(insights.map(({ text }) => text).join('\n'));
  if (data !== null && data.notes.length > 0) parts.push(data.notes.join('\n'));
  if (outcome.kind !== 'clarify' && suggestions.length > 0) {
    parts.push(`You can ask:\n${suggestions.map((text) => `  ${text}`).join('\n')}`);
  }
  return parts.join('\n\n').replace(/[\u00a0\u202f]/g, ' ');
}

function printAskTable(
  { title, columns, rows }: AskTable,
  currency: string,
  titled: boolean,
): string {
  if (rows.length === 0) return 'There is nothing in this span.';
  const isKey = ({ role }: AskColumn) => role === 'dimension' || role === 'time';
  // of a series the latest, and what comes, are what is asked for
  const isSeries = columns.some(({ role }) => role === 'time');
  const shown = isSeries ? rows.slice(-shownRows) : rows.slice(0, shownRows);
  const table = printTable(
    columns.map((column) => ({
      title: column.label,
      align: isKey(column) ? ('left' as const) : ('right' as const),
    })),
    shown.map((row) => columns.map((column) => printCell(row, column, currency))),
  );
  const more = rows.length - shownRows;
  return [
    ...(titled ? [title] : []),
    table,
    ...(more > 0
      ? [`… ${more} ${isSeries ? 'earlier' : 'more'} rows are in the answer of --json`]
      : []),
  ].join('\n');
}

function printCell(
  row: AnswerRow,
  { name, type, unit, role }: AskColumn,
  currency: string,
): string {
  const value = row[name];
  if (value === null || value === undefined) return '–';
  if (type !== 'number' || role === 'dimension') return String(value);
  const number = Number(value);
  if (unit === 'ratio' || role === 'change') return `${(number * 100).toFixed(1)} %`;
  const sign = role === 'contribution' && number > 0 ? '+' : '';
  const digits = unit === 'currency' ? digitsOf(currency) : { maximumFractionDigits: 2 };
  return `${sign}${number.toLocaleString('en', unit === 'count' ? { maximumFractionDigits: 0 } : digits)}`;
}
