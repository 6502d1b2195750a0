import { expect, it } from 'vitest';
import { aboutFile, note, storedNote } from './notes.js';

it('tells notes of earlier releases, which were sentences, beside today’s', () => {
  expect(storedNote('It is not UTF-8.')).toEqual({
    code: 'said_earlier',
    message: 'It is not UTF-8.',
    text: 'It is not UTF-8.',
  });
  const today = note('said_earlier', { text: 'as it was' });
  expect(storedNote(today)).toBe(today);
});

it('names the file where there are several', () => {
  expect(aboutFile('a.csv', note('said_earlier', { text: 'Odd.' }))).toMatchObject({
    file: 'a.csv',
    message: 'a.csv: Odd.',
  });
});
