import { type DuckDBConnection, DuckDBInstance, VARCHAR } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  bind,
  compile,
  duckdbDialect,
  type Fragment,
  identifier,
  integerLiteral,
  join,
  nothing,
  sql,
} from './index.js';

const textOf = (fragment: Fragment) => compile(fragment, duckdbDialect).text;

describe('fragments', () => {
  test('carry values beside the text, and one value twice as one parameter', () => {
    const tenant = bind('string', 'shop');
    const statement = compile(
      sql`SELECT ${identifier('net')} FROM sales WHERE a = ${tenant} AND b = ${bind('integer', 3)} AND c = ${tenant}`,
      duckdbDialect,
    );
    expect(statement).toEqual({
      text: 'SELECT "net" FROM sales WHERE a = $1 AND b = $2 AND c = $1',
      parameters: [
        { type: 'string', value: 'shop' },
        { type: 'integer', value: 3 },
      ],
    });
  });

  test('join with a separator, and nothing is nothing', () => {
    expect(textOf(join([sql`a`, sql`b`]))).toBe('a, b');
    expect(textOf(join([sql`a`, sql`b`], sql` AND `))).toBe('a AND b');
    expect(textOf(sql`x${nothing}${join([])}`)).toBe('x');
  });

  test('refuse names that are not the program’s own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        if (/^[a-z][a-z0-9_]{0,62}$/.test(name)) return;
        expect(() => identifier(name)).toThrow();
      }),
    );
    for (const name of ['a"b', 'a b', 'A', '', 'a;', 'a\n', '1a']) {
      expect(() => identifier(name), name).toThrow();
    }
    for (const value of [1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => integerLiteral(value)).toThrow();
    }
  });
});

describe('on DuckDB', () => {
  let connection: DuckDBConnection;
  let instance: DuckDBInstance;
  beforeAll(async () => {
    instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    connection = await instance.connect();
    await connection.run('CREATE TABLE notes (tenant VARCHAR, note VARCHAR)');
  });
  afterAll(() => {
    connection.closeSync();
    instance.closeSync();
  });

  async function run(fragment: Fragment): Promise<readonly unknown[][]> {
    const { text, parameters } = compile(fragment, duckdbDialect);
    const values = parameters.map(({ value }) => String(value));
    const reader = await connection.runAndReadAll(
      text,
      values,
      values.map(() => VARCHAR),
    );
    return reader.getRows();
  }

  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      "' OR '1'='1",
      "'; DROP TABLE notes; --",
      '"; DELETE FROM notes; /*',
      "\\' OR 1=1 --",
      '$1',
      '$$ x $$',
      '%',
      '_',
      '\u0000',
      '😀',
      "') UNION SELECT note FROM notes --",
    ),
  );

  test('a hostile text comes back as it went in, and finds only itself', async () => {
    await connection.run("INSERT INTO notes VALUES ('other', 'secret')");
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        expect(await run(sql`SELECT ${bind('string', text)}`)).toEqual([[text]]);
        const found = await run(
          sql`SELECT note FROM notes WHERE tenant = 'shop' AND (note = ${bind('string', text)} OR ${duckdbDialect.containsText(sql`note`, bind('string', text))})`,
        );
        expect(found).toEqual([]);
        const left = await run(sql`SELECT count(*)::INTEGER FROM notes`);
        expect(left).toEqual([[1]]);
      }),
      { numRuns: 200 },
    );
  });

  test('contains ignores case and knows no wildcards', async () => {
    const contains = async (text: string, part: string) =>
      (
        await run(
          sql`SELECT ${duckdbDialect.containsText(bind('string', text), bind('string', part))}`,
        )
      )[0]?.[0];
    expect(await contains('Grüne Teekanne', 'TEEK')).toBe(true);
    expect(await contains('Grüne Teekanne', 'GRÜNE')).toBe(true);
    expect(await contains('Teekanne', 'T%e')).toBe(false);
    expect(await contains('Teekanne', '_eek')).toBe(false);
    expect(await contains('100%', '0%')).toBe(true);
  });

  test('the last value is the one of the latest row', async () => {
    const last = duckdbDialect.lastValue(sql`v`, [sql`a`, sql`b`]);
    const rows = sql`(VALUES (1, 1, 'x'), (2, 1, 'y'), (2, 3, 'z'), (2, 2, 'w')) AS t(a, b, v)`;
    expect(await run(sql`SELECT ${last} FROM ${rows}`)).toEqual([['z']]);
  });
});
