import type { CustomerData, PersonReference } from '@olympus/contract';
import { open, type Platform } from '@olympus/platform';
import { fromRow } from '@olympus/semantic';
import type { Warehouse } from '@olympus/warehouse';

/** Letters of one tenant that are searched. */
const mostLetters = 1_000_000;
/** Shorter names stand by chance in too many letters. */
const shortest = 5;

/** Dead letters, whose sealed text may be of anybody: they are opened and searched. */
export function deadLettersAsPersonalData(deps: {
  readonly warehouse: Pick<Warehouse, 'fetchDeadLetters' | 'eraseDeadLetters' | 'scrub'>;
  readonly people: Pick<Platform['people'], 'tenantKey'>;
  readonly where: string;
}): CustomerData {
  const { warehouse, people, where } = deps;

  async function search(person: PersonReference) {
    const { tenant } = person;
    const rows = await warehouse.fetchDeadLetters(tenant, { every: true, limit: mostLetters });
    const key = await people.tenantKey(tenant);
    return rows.flatMap((row) => {
      const columns = fromRow('dead_letters', row);
      const raw = open(key, columns.raw) ?? '';
      const text = `${raw}\n${columns.reason}\n${columns.path}`;
      return mentions(text, person) ? [{ id: columns.dead_letter_id, raw }] : [];
    });
  }

  return {
    store: 'ingest.dead_letters',
    about: 'customer',
    what: 'Events that could not be stored and name the person',
    where,
    kept: 'Until it is erased',
    form: 'sealed',
    tables: ['ledger:dead_letters'],
    async find(person) {
      const letters = await search(person);
      return { counts: { dead_letters: letters.length }, content: letters };
    },
    async erase(person) {
      const letters = await search(person);
      const ids = [...new Set(letters.map(({ id }) => id))];
      return {
        dead_letters: ids.length === 0 ? 0 : await warehouse.eraseDeadLetters(person.tenant, ids),
      };
    },
    scrub: { name: 'warehouse.files', run: () => warehouse.scrub() },
  };
}

/**
 * Whether the text of an event names the person. Long names count wherever they stand as a word;
 * a short id, which many numbers are, only as the value of a field that says who it is.
 */
export function mentions(
  text: string,
  { customerId, names }: Pick<PersonReference, 'customerId' | 'names'>,
): boolean {
  const asJson = (name: string) => escapeRegExp(JSON.stringify(name).slice(1, -1));
  const words = [customerId, ...names].filter(({ length }) => length >= shortest).map(asJson);
  const patterns = [
    `"(?:customer_?id|user_?id|subject)"\\s*:\\s*"?${asJson(customerId)}(?![\\p{L}\\p{N}])`,
    ...words.map((word) => `(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`),
  ];
  return patterns.some((pattern) => new RegExp(pattern, 'iu').test(text));
}

const escapeRegExp = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
