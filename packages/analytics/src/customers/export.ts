import type { CustomerKey, TenantId } from '@olympus/core';
import type { ModelLanguage } from '@olympus/semantic';
import { type CustomerCell, type CustomersRequest, lookUp, wordsIn } from './list.js';
import type { PersonalReader } from './personal.js';
import type { CustomersDependencies } from './reckoning.js';

/** Customers that one file holds at most. */
export const exportLimit = 100_000;
/** Customers whose columns are in memory at once. */
const atOnce = 2_000;

/** What is personal in a file, beside the columns. */
const personalColumns = ['customer_id', 'name', 'email', 'phone'] as const;

/**
 * A cell of a CSV file (RFC 4180). A text that spreadsheets would take for a formula gets a quote
 * before it (OWASP, CSV injection); numbers stay numbers.
 */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const lineOf = (cells: readonly unknown[]): string => `${cells.map(csvCell).join(',')}\r\n`;

export interface CustomersFile {
  /** How many customers it holds. */
  readonly rows: number;
  readonly name: string;
  /** UTF-8, piece by piece. */
  readonly body: AsyncIterable<Uint8Array>;
}

/**
 * Customers as a CSV file, written as it is read. @param personal  opens what is personal; absent
 * for a file of pseudonyms
 */
export async function exportCustomers(
  deps: CustomersDependencies,
  request: Omit<CustomersRequest, 'offset'>,
  personal?: Pick<PersonalReader, 'many'>,
): Promise<CustomersFile> {
  const { tenantId, language } = request;
  const found = await lookUp(deps, { ...request, offset: 0 });
  const { keys, columns, reckoning, fetch } = found;
  const say = sayIn(
    language,
    columns.map(({ name }) => name),
  );
  async function* write(): AsyncGenerator<Uint8Array> {
    const heads = [
      ...columns.map(({ label }) => label[language]),
      ...(personal === undefined ? [] : personalColumns),
    ];
    // the mark at the start tells spreadsheets that the text is UTF-8
    yield Buffer.from(`\uFEFF${lineOf(heads)}`);
    for (let start = 0; start < keys.length; start += atOnce) {
      const some = keys.slice(start, start + atOnce);
      const [cells, people] = await Promise.all([fetch(some), openAll(personal, tenantId, some)]);
      const lines = some.map((key) => {
        const fields = people?.get(key);
        return lineOf([
          ...(cells.get(key) ?? []).map(say),
          ...(people === undefined ? [] : personalColumns.map((name) => fields?.[name])),
        ]);
      });
      yield Buffer.from(lines.join(''));
    }
  }
  return { rows: keys.length, name: `customers-${reckoning.asOf.date}.csv`, body: write() };
}

const openAll = async (
  personal: Pick<PersonalReader, 'many'> | undefined,
  tenant: TenantId,
  keys: readonly string[],
) => personal?.many(tenant, keys as readonly CustomerKey[]);

/** Segments by their names, everything else as it is. */
function sayIn(language: ModelLanguage, columns: readonly string[]) {
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = wordsIn(language);
  return (cell: CustomerCell, index: number): CustomerCell => {
    const named = words[columns[index] ?? ''];
    return typeof cell === 'string' && named !== undefined ? (named[cell] ?? cell) : cell;
  };
}
