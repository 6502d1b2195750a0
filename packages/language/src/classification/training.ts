import { fitSharpness } from './calibration.js';
import {
  createTextClassifier,
  type LabelledText,
  scopeScore,
  type TextClassifier,
} from './classifier.js';
import { type FeatureSpace, fitFeatureSpace } from './feature-space.js';
import { fitLinearModel, type LinearModel, linearScores } from './linear-model.js';
import { seededRandom, shuffleInPlace } from './seeded-random.js';

/** How a classifier is trained. */
export interface TrainingOptions {
  readonly seed?: number;
  /** Cost C of the squared hinge loss, 3 unless told. */
  readonly cost?: number;
  /** Share of in-scope texts that may be called out of scope, .05 unless told. */
  readonly outOfScopeRate?: number;
  /** How many texts of each class are kept for later corrections, 8 unless told. */
  readonly remindersPerLabel?: number;
}

/** A classifier, or why there is none. */
export type TrainingOutcome =
  | { readonly kind: 'trained'; readonly classifier: TextClassifier }
  | { readonly kind: 'undefined'; readonly reason: 'fewer_than_two_labels' | 'no_shared_features' };

const FOLDS = 5;
/** Up to so many texts, each one is held out once, which takes five fits. */
const FEW_TEXTS = 2_000;
const MINIMUM_HELD_OUT = 30;
const ROUGH_SHARPNESS = 5;
/** A text wholly of known features on a class's own side (0 + 1) is never out of scope. */
const HIGHEST_SCOPE_THRESHOLD = 1;
const ROUGH_SCOPE_THRESHOLD = 0.5;

/**
 * Trains a classifier: hashed word and character n-grams, one-against-all linear machines,
 * and confidences calibrated on texts held out for that, a fifth of them (of few texts, each in
 * turn); then fits once more on all texts. Cost: about twice one fit (of few texts, six times);
 * memory columns × labels × 4 bytes.
 */
export function trainTextClassifier(
  examples: readonly LabelledText[],
  options: TrainingOptions = {},
): TrainingOutcome {
  const labels = [...new Set(examples.map((example) => example.label))].sort();
  if (labels.length < 2) return { kind: 'undefined', reason: 'fewer_than_two_labels' };
  const numberOf = new Map(labels.map((label, number) => [label, number]));
  const seed = options.seed ?? 1;
  const fit = { cost: options.cost ?? 3, maxEpochs: 20, seed };
  const target = (example: LabelledText) => numberOf.get(example.label) ?? 0;
  const calibration = calibrate(examples, target, labels.length, fit);
  const threshold = quantile(calibration?.scopes ?? [], options.outOfScopeRate ?? 0.05);
  const { space, linear } = fitOn(examples, target, labels.length, fit);
  if (space.data.hashes.length === 0) return { kind: 'undefined', reason: 'no_shared_features' };
  const classifier = createTextClassifier({
    labels,
    space: space.data,
    linear,
    sharpness: calibration?.sharpness ?? ROUGH_SHARPNESS,
    isCalibrated: calibration !== undefined,
    scopeThreshold: Math.min(threshold ?? ROUGH_SCOPE_THRESHOLD, HIGHEST_SCOPE_THRESHOLD),
    reminders: chooseReminders(examples, options.remindersPerLabel ?? 8, seed),
  });
  return { kind: 'trained', classifier };
}

function fitOn(
  examples: readonly LabelledText[],
  target: (example: LabelledText) => number,
  classes: number,
  fit: { readonly cost: number; readonly maxEpochs: number; readonly seed: number },
): { readonly space: FeatureSpace; readonly linear: LinearModel } {
  const space = fitFeatureSpace(examples.map((example) => example.text));
  const vectors = examples.map((example) => space.read(example.text).vector);
  const shape = { classes, columns: space.data.hashes.length };
  return { space, linear: fitLinearModel(vectors, examples.map(target), shape, fit) };
}

/** Scores of held-out texts: of one fold in five, or of all five in turn when texts are few. */
function calibrate(
  examples: readonly LabelledText[],
  target: (example: LabelledText) => number,
  classes: number,
  fit: { readonly cost: number; readonly maxEpochs: number; readonly seed: number },
): { readonly sharpness: number; readonly scopes: readonly number[] } | undefined {
  const scopes: number[] = [];
  const scores: Float64Array[] = [];
  const targets: number[] = [];
  const folds = examples.length <= FEW_TEXTS ? FOLDS : 1;
  for (let fold = 0; fold < folds; fold++) {
    const { kept, heldOut } = holdOut(examples, fold, fit.seed);
    const { space, linear } = fitOn(kept, target, classes, fit);
    for (const example of heldOut) {
      const { vector, knownShare } = space.read(example.text);
      const row = linearScores(linear, vector);
      scopes.push(scopeScore(Math.max(...row), knownShare));
      scores.push(row);
      targets.push(target(example));
    }
  }
  if (scores.length < MINIMUM_HELD_OUT) return undefined;
  return { sharpness: fitSharpness(scores, targets), scopes };
}

/** Every fifth text of each class, beginning with the fold's number, is held out. */
function holdOut(
  examples: readonly LabelledText[],
  fold: number,
  seed: number,
): { readonly kept: readonly LabelledText[]; readonly heldOut: readonly LabelledText[] } {
  const kept: LabelledText[] = [];
  const heldOut: LabelledText[] = [];
  for (const texts of shuffledByLabel(examples, seed)) {
    texts.forEach((text, i) => {
      const isOut = texts.length > 1 && i % FOLDS === fold;
      (isOut ? heldOut : kept).push(text);
    });
  }
  return { kept, heldOut };
}

function chooseReminders(
  examples: readonly LabelledText[],
  perLabel: number,
  seed: number,
): readonly LabelledText[] {
  return shuffledByLabel(examples, seed + 1).flatMap((texts) => texts.slice(0, perLabel));
}

function shuffledByLabel(
  examples: readonly LabelledText[],
  seed: number,
): readonly (readonly LabelledText[])[] {
  const order = Int32Array.from({ length: examples.length }, (_, i) => i);
  shuffleInPlace(order, order.length, seededRandom(seed));
  const byLabel = new Map<string, LabelledText[]>();
  for (const i of order) {
    const example = examples[i];
    if (example === undefined) continue;
    const texts = byLabel.get(example.label);
    if (texts) texts.push(example);
    else byLabel.set(example.label, [example]);
  }
  return [...byLabel.keys()].sort().map((label) => byLabel.get(label) ?? []);
}

function quantile(values: readonly number[], share: number): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor(share * values.length)];
}
