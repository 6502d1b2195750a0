import { createTextClassifier, type LabelledText, type TextClassifier } from './classifier.js';
import {
  createFeatureSpace,
  type FeatureSpaceData,
  fitFeatureSpace,
  type SparseVector,
} from './feature-space.js';
import { fitLinearModel } from './linear-model.js';

/** How strongly corrections move a classifier. */
export interface FeedbackOptions {
  readonly seed?: number;
  /** Cost C of the squared hinge loss on corrections and reminders, 3 unless told. */
  readonly cost?: number;
  /** Reminders kept of a label that had none, 8 unless told. */
  readonly remindersPerLabel?: number;
}

/**
 * A classifier that has learned corrected texts, new labels among them, without being trained
 * again: the weights move as little as the corrections ask for,
 *
 *     minimise ½‖w − w₀‖² + C Σ max(0, 1 − y wᵀx)²
 *
 * over the corrections and the model's reminders (a few training texts of each label, which
 * keep what was known from being forgotten). The given classifier stays as it was. Calibration
 * and scope threshold carry over; train again when corrections are a sizeable share of all texts.
 * Cost: the size of the weights plus corrections and reminders, not the training set.
 */
export function learnCorrections(
  classifier: TextClassifier,
  corrections: readonly LabelledText[],
  options: FeedbackOptions = {},
): TextClassifier {
  if (corrections.length === 0) return classifier;
  const { model } = classifier;
  const added = corrections
    .map((correction) => correction.label)
    .filter((label) => !model.labels.includes(label));
  const labels = [...model.labels, ...[...new Set(added)].sort()];
  const numberOf = new Map(labels.map((label, number) => [label, number]));
  const spaceData = extendSpace(model.space, corrections);
  const space = createFeatureSpace(spaceData);
  const corrected = new Set(corrections.map((correction) => correction.text));
  const reminders = model.reminders.filter((reminder) => !corrected.has(reminder.text));
  const examples = [...corrections, ...reminders];
  const vectors: SparseVector[] = examples.map((example) => space.read(example.text).vector);
  const linear = fitLinearModel(
    vectors,
    examples.map((example) => numberOf.get(example.label) ?? 0),
    { classes: labels.length, columns: spaceData.hashes.length },
    { cost: options.cost ?? 3, maxEpochs: 10, seed: options.seed ?? 1 },
    model.linear,
  );
  return createTextClassifier({
    ...model,
    labels,
    space: spaceData,
    linear,
    reminders: [...reminders, ...newReminders(reminders, corrections, options)],
  });
}

/** Columns for what at least two corrections share and the model has never seen. */
function extendSpace(
  space: FeatureSpaceData,
  corrections: readonly LabelledText[],
): FeatureSpaceData {
  const fresh = fitFeatureSpace(corrections.map((correction) => correction.text)).data;
  const known = new Set(space.hashes);
  const added = [...fresh.hashes.keys()].filter((column) => !known.has(fresh.hashes[column] ?? 0));
  const rarest = space.weights.reduce((highest, weight) => Math.max(highest, weight), 1);
  return {
    hashes: Int32Array.from([...space.hashes, ...added.map((j) => fresh.hashes[j] ?? 0)]),
    kinds: Uint8Array.from([...space.kinds, ...added.map((j) => fresh.kinds[j] ?? 0)]),
    weights: Float32Array.from([...space.weights, ...added.map(() => rarest)]),
  };
}

function newReminders(
  kept: readonly LabelledText[],
  corrections: readonly LabelledText[],
  options: FeedbackOptions,
): readonly LabelledText[] {
  const limit = 2 * (options.remindersPerLabel ?? 8);
  const counts = new Map<string, number>();
  for (const { label } of kept) counts.set(label, (counts.get(label) ?? 0) + 1);
  return corrections.filter(({ label }) => {
    const count = counts.get(label) ?? 0;
    counts.set(label, count + 1);
    return count < limit;
  });
}
