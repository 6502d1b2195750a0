import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  accuracyAtCoverage,
  type CalibrationFigure,
  type Classification,
  expectedCalibrationError,
  type LabelledText,
  learnCorrections,
  type TextClassifier,
  trainTextClassifier,
} from '@olympus/language';
import { readDialogues } from './dialogues.js';
import { cpuTime, parseCsv, sharedDataFolder } from './shared-data.js';

/**
 * Intents of customer questions (Banking77, Casanueva et al. 2020): 10,003 questions to train
 * on, 3,080 to judge. Prints accuracy, calibration, speed, out-of-scope detection against other
 * customers' dialogues, and what corrections teach without training again.
 */
export async function run(): Promise<void> {
  const folder = sharedDataFolder('banking77');
  if (folder === undefined) {
    console.log('banking77: skipped, the shared data folder is absent (OLYMPUS_SHARED_DATA)');
    return;
  }
  const train = readLabelled(join(folder, 'train.csv'));
  const test = readLabelled(join(folder, 'test.csv'));
  const training = cpuTime(() => mustTrain(train));
  const classifier = training.value;
  const asked = cpuTime(() => test.map((example) => classifier.classify(example.text)));
  const judged = judge(asked.value, test);
  const accuracy = judged.filter((one) => one.isRight).length / test.length;
  print('accuracy', accuracy, '≥ .915');
  print('expected calibration error', figure(expectedCalibrationError(judged)), '≤ .03');
  print('accuracy at 80 % coverage', figure(accuracyAtCoverage(judged, 0.8)), '≥ .98');
  print('ms a text (CPU)', asked.ms / test.length, '≤ .15');
  print('training s (CPU)', training.ms / 1000, '≤ 15');
  print('feature columns', classifier.model.space.hashes.length);
  outOfScope(classifier, asked.value);
  feedback(train, test);
}

function readLabelled(path: string): readonly LabelledText[] {
  return parseCsv(readFileSync(path, 'utf8')).flatMap(([text, label]) =>
    text === undefined || label === undefined ? [] : [{ text, label }],
  );
}

function mustTrain(examples: readonly LabelledText[]): TextClassifier {
  const outcome = trainTextClassifier(examples, { seed: 1 });
  if (outcome.kind === 'undefined') throw new Error(`training failed: ${outcome.reason}`);
  return outcome.classifier;
}

function bestOf(found: Classification): { label: string; confidence: number } {
  if (found.kind === 'undefined') return { label: '', confidence: 0 };
  return found.ranking[0] ?? { label: '', confidence: 0 };
}

function judge(found: readonly Classification[], examples: readonly LabelledText[]) {
  return found.map((one, i) => {
    const best = bestOf(one);
    return { confidence: best.confidence, isRight: best.label === examples[i]?.label };
  });
}

function accuracyOf(classifier: TextClassifier, examples: readonly LabelledText[]): number {
  const found = examples.map((example) => classifier.classify(example.text));
  return judge(found, examples).filter((one) => one.isRight).length / examples.length;
}

function figure(value: CalibrationFigure): number {
  return value.kind === 'value' ? value.value : Number.NaN;
}

/** Utterances of customers of other services (restaurants, flights, …) should be refused. */
function outOfScope(classifier: TextClassifier, inScope: readonly Classification[]): void {
  const strangers = otherCustomers();
  if (strangers.length === 0) return;
  const found = strangers.map((text) => classifier.classify(text));
  const refused = (all: readonly Classification[]) =>
    all.filter((one) => one.kind !== 'label').length / all.length;
  const scope = (one: Classification) => (one.kind === 'undefined' ? -9 : one.scope);
  print('out of scope: utterances of other services', strangers.length);
  print('out of scope: refused', refused(found));
  print('out of scope: in-scope questions refused', refused(inScope), '≈ .05');
  print('out of scope: area under ROC', rocArea(inScope.map(scope), found.map(scope)));
}

function otherCustomers(): readonly string[] {
  return readDialogues(1)
    .filter(({ services }) => !services.some((service) => /bank|payment/i.test(service)))
    .flatMap(({ turns }) => turns.filter((turn) => turn.speaker === 'USER'))
    .map((turn) => turn.utterance);
}

function rocArea(positives: readonly number[], negatives: readonly number[]): number {
  const all = [
    ...positives.map((score) => ({ score, positive: true })),
    ...negatives.map((score) => ({ score, positive: false })),
  ].sort((a, b) => a.score - b.score);
  let ranks = 0;
  all.forEach((one, i) => {
    if (one.positive) ranks += i + 1;
  });
  const smallest = (positives.length * (positives.length + 1)) / 2;
  return (ranks - smallest) / positives.length / negatives.length;
}

/** Three intents are unknown at first; 20 corrected texts of each teach them. */
function feedback(train: readonly LabelledText[], test: readonly LabelledText[]): void {
  const unknown = ['card_arrival', 'exchange_rate', 'lost_or_stolen_card'];
  const isUnknown = (example: LabelledText) => unknown.includes(example.label);
  const before = mustTrain(train.filter((example) => !isUnknown(example)));
  const corrections = unknown.flatMap((label) =>
    train.filter((example) => example.label === label).slice(0, 20),
  );
  const learned = cpuTime(() => learnCorrections(before, corrections));
  const newOnes = test.filter(isUnknown);
  const oldOnes = test.filter((example) => !isUnknown(example));
  print('feedback: new intents after 20 corrections each', accuracyOf(learned.value, newOnes));
  print('feedback: other intents before', accuracyOf(before, oldOnes));
  print('feedback: other intents after', accuracyOf(learned.value, oldOnes));
  print('feedback: CPU s to learn 60 corrections', learned.ms / 1000);
}

function print(name: string, value: number, goal = ''): void {
  const shown = Number.isInteger(value) ? String(value) : value.toFixed(4);
  console.log(`banking77  ${name.padEnd(52)} ${shown.padStart(9)}  ${goal}`);
}
