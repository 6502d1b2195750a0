import { readFileSync } from 'node:fs';
import {
  type Answer,
  type CalendarOptions,
  type Catalogue,
  createQuestionParser,
  type Outcome,
} from '@olympus/language';
import { difference, expectation, notation } from './notation.js';

interface QuestionSet extends CalendarOptions {
  readonly catalogue: string;
  readonly questions: readonly (readonly [
    language: string,
    kind: string,
    question: string | readonly string[],
    expected: string,
  ])[];
}

/** The last two sets were written after the parser and first run once, untuned; they count apart. */
const sets = ['shop', 'subscription', 'restaurant', 'logistics', 'gym'];

/** Questions over three catalogues against frames written by hand. Even rows are for tuning, odd rows are the test. */
export async function run(): Promise<void> {
  const show = process.env.SHOW ?? '';
  const tally = new Map<string, { right: number; all: number }>();
  const count = (key: string, right: boolean) => {
    const entry = tally.get(key) ?? { right: 0, all: 0 };
    entry.all++;
    if (right) entry.right++;
    tally.set(key, entry);
  };
  const times: number[] = [];
  const starts: number[] = [];
  for (const name of sets) {
    const set: QuestionSet = JSON.parse(
      readFileSync(new URL(`./questions/${name}.json`, import.meta.url), 'utf8'),
    );
    const catalogue: Catalogue = JSON.parse(
      readFileSync(new URL(`./catalogues/${set.catalogue}.json`, import.meta.url), 'utf8'),
    );
    const begun = process.cpuUsage();
    const parser = createQuestionParser(catalogue, set);
    parser.parse('?');
    const used = process.cpuUsage(begun);
    starts.push((used.user + used.system) / 1000);
    set.questions.forEach(([language, kind, question, expected], i) => {
      const split =
        name === 'logistics' || name === 'gym' ? `new (${name})` : i % 2 === 0 ? 'dev' : 'test';
      let outcome: Outcome | undefined;
      let previous: Answer | undefined;
      for (const turn of typeof question === 'string' ? [question] : question) {
        const from = process.hrtime.bigint();
        outcome = parser.parse(turn, { previous });
        times.push(Number(process.hrtime.bigint() - from) / 1e6);
        if (outcome.kind === 'answer') previous = outcome;
      }
      if (outcome === undefined) return;
      const got = outcome.kind === 'answer' ? notation(outcome.frame) : outcome.kind;
      const wanted =
        expected === '?' ? 'clarify' : expected === '!' ? 'decline' : expectation(expected);
      const right = got === wanted;
      const answerable = wanted !== 'clarify' && wanted !== 'decline';
      if (answerable) {
        const group =
          language === 'en'
            ? 'en'
            : language === 'ja' || language === 'zh'
              ? 'ja+zh'
              : 'six others';
        count(`exact frame: ${group}, ${split}`, right);
        if (group === 'six others') count(`exact frame: ${language}, ${split}`, right);
        count(`needless clarification, ${split}`, outcome.kind === 'clarify');
        count(`needless decline, ${split}`, outcome.kind === 'decline');
      }
      if (kind === 'followup') count(`follow-ups, ${split}`, right);
      if (wanted === 'decline') count(`unanswerable declined, ${split}`, right);
      if (wanted === 'clarify') count(`ambiguous asked back, ${split}`, right);
      count(`answered but wrong, ${split}`, outcome.kind === 'answer' && !right);
      if (!right && (show === 'all' || show === split)) {
        const detail =
          outcome.kind === 'clarify'
            ? outcome.options.map((o) => o.label).join(' / ')
            : outcome.kind === 'decline'
              ? `${outcome.reason} ${outcome.message}`
              : '';
        console.log(
          `  ${split} ${name} ${language} ${kind} ${JSON.stringify(question)}\n     got  ${difference(got, wanted)} ${detail}\n     want ${difference(wanted, got)}`,
        );
      }
    });
  }
  for (const [key, { right, all }] of [...tally].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(
      `${key.padEnd(38)} ${((100 * right) / all).toFixed(1).padStart(5)} % (${right}/${all})`,
    );
  times.sort((a, b) => a - b);
  console.log(
    `parse p50 ${times[Math.floor(times.length / 2)]?.toFixed(2)} ms, p95 ${times[Math.floor(times.length * 0.95)]?.toFixed(2)} ms, most ${times.at(-1)?.toFixed(1)} ms; ${times.length} parses`,
  );
  console.log(
    `start ${starts.map((s) => s.toFixed(0)).join(', ')} ms CPU (catalogue and first parse; the first includes compiling the grammars)`,
  );
}
