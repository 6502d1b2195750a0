import { join } from 'node:path';
import type { ImportNote } from '@olympus/sdk';
import { createTexts } from '@olympus/web/kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Platform } from '../../../platform/src/index.js';
import { note, noteCodes, sentences } from '../../src/notes/notes.js';
import { previewFiles } from '../../src/preview/preview.js';
import { recognise } from '../../src/recognise/recognise.js';
import {
  fixture,
  openTestPlatform,
  openTestStore,
  type TestStore,
} from '../../src/testing/store.js';
import { names } from './names.js';
import { notes } from './notes.js';
import { tellNote } from './use-notes.js';

const languages = ['en', 'de'] as const;
const tell = (said: ImportNote, language: (typeof languages)[number]) =>
  tellNote(
    said,
    createTexts<(typeof notes)['en']>(notes[language], language).t,
    createTexts<(typeof names)['en']>(names[language], language).t,
  );

/** The parameters that the sentence of a code is made of, found by making it. */
function parametersOf(code: (typeof noteCodes)[number]): ReadonlySet<string> {
  const used = new Set<string>();
  const known: Readonly<Record<string, unknown>> = {
    kind: 'orders_by_line',
    layout: 'square_items',
    role: 'fee',
  };
  const given = new Proxy(
    {},
    {
      get: (_, name) => {
        used.add(String(name));
        return known[String(name)] ?? 'x';
      },
      ownKeys: () => ['limit', 'field', 'rule', 'column', 'currency'],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    },
  );
  (sentences[code] as (given: object) => string)(given);
  return used;
}

describe('what the importer says', () => {
  it.each(languages)('has a text for every code, of what comes with it (%s)', (language) => {
    for (const code of noteCodes) {
      const text: unknown = notes[language][code];
      expect(text, code).toBeDefined();
      const places = [...JSON.stringify(text).matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
      const came = parametersOf(code);
      // the place of a value is made of its column or its field
      const own = came.has('field') ? [...came, 'place', 'limit', 'currency'] : [...came];
      for (const place of places) expect(own, `${code} {${place}}`).toContain(place);
    }
  });

  it('is told as the server says it where the page does not know the code', () => {
    const unknown = {
      ...note('not_json'),
      code: 'of_a_later_release' as never,
      message: 'As it is',
    };
    expect(tell(unknown, 'de')).toBe('As it is');
  });

  it('is told with numbers, columns and files as the language writes them', () => {
    const skipped = { ...note('lines_above_header', { count: 1200 }), file: 'kasse.csv' };
    expect(tell(skipped, 'de')).toBe(
      'kasse.csv: Die ersten 1.200 Zeilen stehen über der Kopfzeile und wurden ausgelassen.',
    );
    const amount = { field: 'items: quantity', column: 'Menge', rule: 'must be >= 0', limit: 0 };
    expect(tell(note('value_too_small', amount), 'de')).toBe('„Menge“: Der Wert ist kleiner als 0');
    expect(tell(note('role_uncertain', { column: 'Total', role: 'amount' }), 'de')).toBe(
      'Bitte prüfen: „Total“ (Gezahlter Betrag).',
    );
    expect(tell(note('named_so_in_layout', { layout: 'stripe_payments' }), 'de')).toBe(
      'so heißt sie in: Stripe-Zahlungen',
    );
  });
});

describe('a file on the German page', () => {
  let platform: Platform;
  let store: TestStore;
  beforeAll(async () => {
    platform = await openTestPlatform();
    store = await openTestStore(platform);
  });
  afterAll(async () => {
    await store.close();
    await platform.close();
  });

  async function saidOf(files: readonly string[]): Promise<readonly ImportNote[]> {
    const [first = ''] = files;
    const now = '2026-11-01T12:00:00Z';
    const proposal = await recognise(first, { currency: 'EUR', zone: store.zone, now });
    const { title, columns, missing, warnings, mapping } = proposal;
    const said = [title, ...missing, ...warnings, ...columns.flatMap(({ reasons }) => reasons)];
    if (mapping === undefined) return said;
    const preview = await previewFiles({
      tenant: store.shop,
      zone: store.zone,
      files,
      names: files.map((_, index) => `datei-${index}.csv`),
      mapping,
      ingest: store.ingest,
      database: join(store.folder, 'preview.duckdb'),
    });
    const rejected = preview.rejected.map(({ reason }) => reason);
    return [...said, ...preview.warnings, ...preview.questions, ...rejected];
  }

  const francs = 'Order No,Date,SKU,Qty,Price,Currency\n1,2026-07-01,A,2,20.00,CHF\n';
  const odd = [
    'Order No,Date,SKU,Qty,Price,Discount',
    '1,03/04/2026,A,2,1.234,0',
    '2,05/06/2026,A,many,20.00,0',
    '3,05/06/2026',
    '4,05/06/2026,"A,1,20.00,0',
    '6,05/06/2026,,1,20.00,0',
    '5,,A,1,20.00,0',
  ].join('\n');

  it('is told without an English sentence, from its title to the rows that are rejected', async () => {
    const said = [
      ...(await Promise.all(
        ['kasse.csv', 'shopify.csv', 'amazon.txt', 'stripe.csv', 'stock.csv', 'clientes.csv']
          .map(fixture)
          .map((path) => [path]),
      ).then(async (all) => {
        const found: ImportNote[] = [];
        for (const files of all) found.push(...(await saidOf(files)));
        return found;
      })),
      ...(await saidOf([store.write('odd.csv', odd)])),
      ...(await saidOf([store.write('francs.csv', francs)])),
      ...(await saidOf([store.write('alpha.csv', 'Alpha,Beta\n1,2\n')])),
      ...(await saidOf([fixture('kasse.csv'), fixture('kasse.csv')])),
    ];
    const codes = new Set(said.map(({ code }) => code));
    // what the files were chosen to bring up
    for (const code of [
      'shopify_orders',
      'kind_recognised',
      'not_recognised',
      'encoding_assumed',
      'lines_above_header',
      'refund_dates_missing',
      'date_order_unknown',
      'wrong_number_of_cells',
      'quote_never_closed',
      'value_not_a_number',
      'value_missing',
      'time_unreadable',
      'currency_without_rate',
    ] as const) {
      expect(codes).toContain(code);
    }
    for (const one of said) {
      const told = tell(one, 'de');
      expect(told).not.toBe(one.message);
      // without what the file itself says
      const own = told.replace(/„[^“]*“/g, '').replace(/\((?:Advanced Order Export)\)/, '');
      expect(own).not.toMatch(
        /\b(the|is|are|of|and|its|it|not|which|column|values?|row|line|orders?|must|no|quantity|currency|date)\b/i,
      );
    }
  });
});
