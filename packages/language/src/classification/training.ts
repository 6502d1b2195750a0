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

const HELD_OUT_SHARE = 0.2;
const MINIMUM_HELD_OUT = 30;
const ROUGH_SHARPNESS = 5;
const ROUGH_SCOPE_THRESHOLD = 0.5;

/**
 * Trains a classifier: hashed word and character n-grams, one-against-all linear machines,
 * and confidences calibrated on a fifth of the texts held out for that; then fits once more on
 * all texts. Cost: about twice one fit; memory columns × labels × 4 bytes.
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
  const { kept, heldOut } = holdOut(examples, seed);
  const calibration = calibrate(kept, heldOut, target, labels.length, fit);
  const threshold = quantile(calibration?.scopes ?? [], options.outOfScopeRate ?? 0.05);
  const { space, linear } = fitOn(examples, target, labels.length, fit);
  if (space.data.hashes.length === 0) return { kind: 'undefined', reason: 'no_shared_features' };
  const classifier = createTextClassifier({
    labels,
    space: space.data,
    linear,
    sharpness: calibration?.sharpness ?? ROUGH_SHARPNESS,
    isCalibrated: calibration !== undefined,
    scopeThreshold: threshold ?? ROUGH_SCOPE_THRESHOLD,
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

function calibrate(
  kept: readonly LabelledText[],
  heldOut: readonly LabelledText[],
  target: (example: LabelledText) => number,
  classes: number,
  fit: { readonly cost: number; readonly maxEpochs: number; readonly seed: number },
): { readonly sharpness: number; readonly scopes: readonly number[] } | undefined {
  if (heldOut.length < MINIMUM_HELD_OUT) return undefined;
  const { space, linear } = fitOn(kept, target, classes, fit);
  const scopes: number[] = [];
  const scores = heldOut.map((example) => {
    const { vector, knownShare } = space.read(example.text);
    const row = linearScores(linear, vector);
    scopes.push(scopeScore(Math.max(...row), knownShare));
    return row;
  });
  return { sharpness: fitSharpness(scores, heldOut.map(target)), scopes };
}

/** Holds out a share of each class; classes with fewer than five texts keep all of theirs. */
function holdOut(
  examples: readonly LabelledText[],
  seed: number,
): { readonly kept: readonly LabelledText[]; readonly heldOut: readonly LabelledText[] } {
  const kept: LabelledText[] = [];
  const heldOut: LabelledText[] = [];
  for (const texts of shuffledByLabel(examples, seed)) {
    const out = Math.floor(texts.length * HELD_OUT_SHARE);
    heldOut.push(...texts.slice(0, out));
    kept.push(...texts.slice(out));
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
