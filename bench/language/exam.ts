import { readFileSync } from 'node:fs';
import {
  type CalendarOptions,
  type Catalogue,
  createQuestionParser,
  type Outcome,
} from '@olympus/language';
import { difference, expectation, notation } from './notation.js';

interface Exam extends CalendarOptions {
  readonly questions: readonly (readonly [
    language: string,
    kind: string,
    question: string,
    expected: string,
  ])[];
}

/** Two trades were used for development; the questions of the two others were first read at the end. */
const trades = ['hotel', 'workshop', 'publisher', 'fashion'];

/** The parts of a frame that tell what was asked; `*` in an expectation fits anything. */
function fits(got: string, wanted: string): boolean {
  const parts = wanted.split('; ');
  return got.split('; ').every((part, i) => part === parts[i] || parts[i]?.endsWith('=*') === true);
}

/** One written alternative: `!` declines, `?` asks back, a closing `~` wants something noted. */
function isRight(outcome: Outcome, wanted: string): boolean {
  if (wanted === '!') return outcome.kind === 'decline';
  if (wanted === '?') return outcome.kind === 'clarify';
  if (outcome.kind !== 'answer') return false;
  const noted = wanted.endsWith('~');
  if (noted && outcome.assumptions.length === 0) return false;
  return fits(notation(outcome.frame), expectation(noted ? wanted.slice(0, -1) : wanted));
}

/**
 * Questions of four trades, written from their catalogues alone: `EXAM=hotel,workshop` takes some,
 * `SHOW=1` prints what went wrong.
 */
export async function run(): Promise<void> {
  for (const trade of (process.env.EXAM ?? trades.join(',')).split(',')) {
    const read = (folder: string) =>
      JSON.parse(readFileSync(new URL(`./${folder}/${trade}.json`, import.meta.url), 'utf8'));
    const exam: Exam = read('questions');
    const catalogue: Catalogue = read('catalogues');
    const parser = createQuestionParser(catalogue, exam);
    const kinds = new Map<string, [right: number, all: number]>();
    let right = 0;
    let wrong = 0;
    let declined = 0;
    let asked = 0;
    for (const [, kind, question, expected] of exam.questions) {
      const outcome = parser.parse(question);
      const ways = expected.split('||').map((way) => way.trim());
      const holds = ways.some((way) => isRight(outcome, way));
      const entry = kinds.get(kind) ?? [0, 0];
      kinds.set(kind, [entry[0] + (holds ? 1 : 0), entry[1] + 1]);
      if (holds) right++;
      else if (outcome.kind === 'answer') wrong++;
      else if (outcome.kind === 'decline') declined++;
      else asked++;
      if (!holds && process.env.SHOW !== undefined) {
        const way = ways.find((one) => one.length > 1)?.replace('~', '') ?? '';
        const wanted = way === '' ? expected : expectation(way);
        const got = outcome.kind === 'answer' ? notation(outcome.frame) : '';
        console.log(`  ${kind}: ${question}`);
        console.log(
          outcome.kind === 'answer'
            ? `     got  ${difference(got, wanted)}\n     want ${difference(wanted, got)}`
            : outcome.kind === 'decline'
              ? `     declined ${outcome.reason}: ${outcome.message}`
              : `     asked ${outcome.question} ${outcome.options.map((o) => o.label).join(' / ')}`,
        );
      }
    }
    const all = exam.questions.length;
    const percent = (n: number) => `${((100 * n) / all).toFixed(1)} % (${n}/${all})`;
    console.log(
      `${trade.padEnd(10)} exact ${percent(right)}, answered but wrong ${percent(wrong)}, needlessly declined ${percent(declined)}, asked back ${percent(asked)}`,
    );
    if (process.env.EXAM !== undefined)
      console.log(`  ${[...kinds].map(([kind, [r, n]]) => `${kind} ${r}/${n}`).join(', ')}`);
  }
}
