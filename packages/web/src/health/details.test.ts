import { expect, it } from 'vitest';
import { createTexts } from '../messages/message.js';
import { formatDetail, nameOf, remedyOf } from './details.js';
import { healthTexts } from './texts.js';

const { t } = createTexts<(typeof healthTexts)['en']>(healthTexts.de, 'de');

it('names what rooms give, and others as they are', () => {
  expect(nameOf('component', 'control_store', t)).toBe('Verwaltungsdaten');
  expect(nameOf('detail', 'last_commit_ms', t)).toBe('Letztes Schreiben dauerte');
  expect(nameOf('component', 'new_part', t)).toBe('new part');
});

it('tells in the reader’s language what to do', () => {
  expect(remedyOf('warehouse', 'remedy', t)).toContain('noch einmal senden');
  expect(remedyOf('warehouse', 'dialect', t)).toBeUndefined();
  expect(remedyOf('new_part', 'remedy', t)).toBeUndefined();
});

it('writes bytes, times and numbers as the language does', () => {
  const plain = (name: string, value: unknown) =>
    formatDetail(name, value, 'de').replaceAll(/\s/g, ' ');
  expect(plain('backlog_bytes', 1_234_567)).toBe('1,2 MB');
  expect(plain('last_commit_ms', 1500)).toBe('1,5 Sek.');
  expect(plain('queued_events', 12_345)).toBe('12.345');
  expect(plain('last_commit_ms', null)).toBe('—');
  expect(plain('last_commit_ms', 0.42)).toBe('0,42 ms');
  expect(plain('dialect', 'duckdb')).toBe('DuckDB');
  expect(plain('missing_from', '2026-11-20T12:05:00.000Z')).toMatch(/^20\.11\.2026, \d\d:05:00$/);
  expect(plain('missing_to', null)).toBe('—');
});
