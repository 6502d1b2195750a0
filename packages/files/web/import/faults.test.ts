import { createTexts } from '@olympus/web/kit';
import { expect, it } from 'vitest';
import { readingFaults } from '../../src/operations/uploads.contract.js';
import { faults, tellFault } from './faults.js';

const tell = (language: 'en' | 'de', fault: Parameters<typeof tellFault>[0]) =>
  tellFault(fault, createTexts<(typeof faults)['en']>(faults[language], language).t);

it('tells what is wrong with a file in the reader’s language, with what to do', () => {
  for (const code of [...Object.keys(readingFaults), 'missing_columns', 'ambiguous_dates']) {
    const fault = { code, message: 'In English', at: 'kasse.csv' };
    const { message, remedy } = tell('de', fault);
    expect(message, code).not.toBe('In English');
    expect(message, code).not.toBe(tell('en', fault).message);
    expect(remedy, code).toMatch(/\.$/);
  }
  expect(tell('de', { code: 'empty_file', message: '', at: 'kasse.csv' }).message).toBe(
    'kasse.csv ist leer',
  );
});

it('tells as the server does what it does not know', () => {
  const fault = { code: 'of_a_later_release', message: 'Odd', remedy: 'Look.' };
  expect(tell('de', fault)).toEqual({ message: 'Odd', remedy: 'Look.' });
});
