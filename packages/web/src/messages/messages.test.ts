import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { de } from './de.js';
import { en } from './en.js';
import { createTexts, type Message } from './message.js';
import { defineTexts } from './use-texts.js';

const packages = fileURLToPath(new URL('../../..', import.meta.url));

/** The sources of the page: this room's, and what other rooms keep in their `web` folders. */
function sources(): readonly { readonly path: string; readonly text: string }[] {
  const files = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? files(path) : [path];
    });
  const folders = readdirSync(packages).map((room) => join(packages, room, 'web'));
  return [join(packages, 'web', 'src'), ...folders]
    .filter((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    .flatMap(files)
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .filter((path) => !/[\\/]testing[\\/]|[\\/]messages[\\/](en|de)\.ts$/.test(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

const placesOf = (message: Message) =>
  Object.values(typeof message === 'string' ? { other: message } : message).map((text) =>
    [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort(),
  );

describe('the catalogue', () => {
  const keys = Object.keys(en) as (keyof typeof en)[];

  it('says in German everything that it says in English, with the same values', () => {
    expect(Object.keys(de).sort()).toEqual([...keys].sort());
    for (const key of keys) {
      const [theirs] = placesOf(en[key]).slice(-1);
      for (const places of placesOf(de[key]).slice(-1)) expect(places, key).toEqual(theirs);
      expect(typeof de[key], key).toBe(typeof en[key]);
    }
  });

  it('has a form for every number of a thing', () => {
    for (const [locale, catalogue] of [['en', en] as const, ['de', de] as const]) {
      const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
      for (const [key, message] of Object.entries<Message>(catalogue)) {
        if (typeof message === 'string') continue;
        for (const form of forms) expect(message[form], `${locale} ${key} ${form}`).toBeTruthy();
      }
    }
  });

  it('has no text that nothing shows', () => {
    const all = sources().map(({ text }) => text);
    const written = new Set(
      all.flatMap((text) => [...text.matchAll(/'([\w.-]+)'/g)].map(([, key]) => key)),
    );
    // t(`timeframe.${name}`), and parts of keys before a value
    const begun = all.flatMap((text) =>
      [...text.matchAll(/`([\w.]+\.[\w.]*)\$\{/g)].map(([, start]) => start ?? ''),
    );
    const unused = keys.filter(
      (key) => !written.has(key) && !begun.some((start) => key.startsWith(start)),
    );
    expect(unused).toEqual([]);
  });

  it('chooses plural forms and writes numbers as the language does', () => {
    const german = createTexts<typeof en>(de, 'de-DE');
    expect(german.t('overview.updated', { count: 1 })).toBe('Aktualisiert, 1 Zahl');
    expect(german.t('overview.updated', { count: 1_200 })).toBe('Aktualisiert, 1.200 Zahlen');
    expect(createTexts<typeof en>(en, 'en-GB').t('ask.times', { count: 1 })).toBe('once');
  });

  it('puts elements into sentences without losing what is around them', () => {
    const { rich } = createTexts<typeof en>(en, 'en');
    expect(rich('signIn.expiredRemedy', { command: 'X' })).toEqual([
      'Each link works once. Sign in below, or make a new link: ',
      'X',
      '',
    ]);
  });

  it('takes the texts of a room of its own', () => {
    const own = defineTexts({
      en: { 'jobs.waiting': { one: '{count} job waits', other: '{count} jobs wait' } },
      de: { 'jobs.waiting': { one: '{count} Auftrag wartet', other: '{count} Aufträge warten' } },
    });
    expect(createTexts<typeof own.en>(own.de, 'de').t('jobs.waiting', { count: 2 })).toBe(
      '2 Aufträge warten',
    );
  });
});

/** Attributes that people read or hear. */
const SPOKEN = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
  'label',
  'hint',
  'what',
  'action',
  'caption',
]);
/** Not words of a language: names, keys of the keyboard, units of code. */
const NAMES = new Set(['Olympus', 'Ctrl', 'CSV', 'SQL']);

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [member: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string';

/** Texts between tags and in spoken attributes that are written down where they are shown. */
function literals(path: string, code: string): readonly string[] {
  const found: string[] = [];
  const note = (text: unknown) => {
    if (typeof text === 'string' && /\p{L}{2}/u.test(text) && !NAMES.has(text.trim())) {
      found.push(text.trim());
    }
  };
  const strings = (node: unknown): void => {
    if (!isNode(node)) return;
    if (node.type === 'Literal') note(node.value);
    if (node.type === 'TemplateLiteral') {
      for (const quasi of node.quasis as readonly Node[]) {
        note((quasi.value as { readonly cooked?: string }).cooked);
      }
    }
    if (node.type === 'ConditionalExpression')
      for (const side of ['consequent', 'alternate']) strings(node[side]);
    if (node.type === 'LogicalExpression')
      for (const side of ['left', 'right']) strings(node[side]);
    if (node.type === 'JSXExpressionContainer') strings(node.expression);
  };
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    if (!isNode(value)) return;
    if (value.type === 'JSXText') note(value.value);
    if (value.type === 'JSXElement' || value.type === 'JSXFragment') {
      for (const child of value.children as readonly Node[]) {
        if (child.type === 'JSXExpressionContainer') strings(child);
      }
    }
    if (value.type === 'JSXAttribute') {
      const name = (value.name as Node).name;
      if (typeof name === 'string' && SPOKEN.has(name)) strings(value.value);
    }
    for (const member of Object.values(value)) walk(member);
  };
  walk(parseSync(path, code).program);
  return found;
}

describe('the pages', () => {
  it('show no text that is not in the catalogue', () => {
    const found = sources().flatMap(({ path, text }) =>
      literals(path, text).map((literal) => `${path}: ${literal}`),
    );
    expect(found).toEqual([]);
  });

  it('would be found out', () => {
    const page =
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code
      'const a = <p title="Hello">{b ? "Yes" : c} <i aria-label={`No ${d}`}>Words</i></p>';
    expect(literals('page.tsx', page).toSorted()).toEqual(['Hello', 'No', 'Words', 'Yes']);
    expect(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code
      literals('page.tsx', '<p title={t("a.b")} className="card">{t(`c.${d}`)} · </p>'),
    ).toEqual([]);
  });
});
