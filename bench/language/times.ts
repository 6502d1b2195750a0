import { readFileSync } from 'node:fs';
import { type CalendarOptions, createTimeParser, type QuestionLanguage } from '@olympus/language';
import { expandTime } from './expected.js';

interface TimeSet {
  readonly contexts: Readonly<Record<string, CalendarOptions>>;
  readonly phrases: readonly (readonly [
    context: string,
    language: QuestionLanguage,
    phrase: string,
    expected: string,
  ])[];
}

/** Time phrases in nine languages against ranges worked out by hand. Even rows are for tuning, odd rows are the test. */
export async function run(): Promise<void> {
  const set: TimeSet = JSON.parse(readFileSync(new URL('./times.json', import.meta.url), 'utf8'));
  const tally = new Map<string, { right: number; all: number }>();
  const show = process.env.SHOW ?? '';
  const count = (key: string, right: boolean) => {
    const entry = tally.get(key) ?? { right: 0, all: 0 };
    entry.all++;
    if (right) entry.right++;
    tally.set(key, entry);
  };
  set.phrases.forEach(([context, language, phrase, expected], i) => {
    const calendar = set.contexts[context];
    if (calendar === undefined) throw new Error(`no context ${context}`);
    const reading = createTimeParser(calendar)(phrase, language);
    const got =
      reading.kind === 'range'
        ? `${reading.range.from}..${reading.range.to}`
        : reading.kind === 'ambiguous'
          ? '?'
          : 'none';
    const right = expected === '?' ? got === '?' : got === expandTime(expected);
    const split = i % 2 === 0 ? 'dev' : 'test';
    count(`all ${split}`, right);
    count(`${language} ${split}`, right);
    if (!right && (show === 'all' || show === split))
      console.log(`  ${split} ${context} ${language} "${phrase}": ${got}, expected ${expected}`);
  });
  for (const [key, { right, all }] of [...tally].sort(([a], [b]) => (a < b ? -1 : 1))) {
    console.log(
      `time phrases ${key.padEnd(9)} ${((100 * right) / all).toFixed(1)} % (${right}/${all})`,
    );
  }
}
