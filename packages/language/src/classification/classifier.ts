import { calibratedProbabilities } from './calibration.js';
import { createFeatureSpace, type FeatureSpaceData } from './feature-space.js';
import { type LinearModel, linearScores } from './linear-model.js';

/** A text whose class is known. */
export interface LabelledText {
  readonly text: string;
  readonly label: string;
}

/** Everything a trained classifier consists of: plain data, safe to store and to share. */
export interface TextClassifierModel {
  readonly labels: readonly string[];
  readonly space: FeatureSpaceData;
  readonly linear: LinearModel;
  /** Factor from scores to log odds, fitted on held-out texts. */
  readonly sharpness: number;
  /** False when there were too few texts to hold some out: confidences are then rough. */
  readonly isCalibrated: boolean;
  /** A text whose scope score is below this is out of scope (see scopeScore). */
  readonly scopeThreshold: number;
  /** A few training texts of each class that later corrections are learned together with. */
  readonly reminders: readonly LabelledText[];
}

/** A class with its calibrated probability. */
export interface LabelConfidence {
  readonly label: string;
  readonly confidence: number;
}

/**
 * What a classifier says of a text.
 * `out_of_scope` means that no class is near enough; `best` is still told. `scope` is the score
 * the decision was made on. `margin` is the difference between the two best confidences.
 */
export type Classification =
  | {
      readonly kind: 'label';
      readonly label: string;
      readonly confidence: number;
      readonly margin: number;
      readonly scope: number;
      /** The best classes, best first, at most five. */
      readonly ranking: readonly LabelConfidence[];
    }
  | {
      readonly kind: 'out_of_scope';
      readonly best: LabelConfidence;
      readonly margin: number;
      readonly scope: number;
      readonly ranking: readonly LabelConfidence[];
    }
  | { readonly kind: 'undefined'; readonly reason: 'no_known_features' };

/** A trained classifier, ready to be asked. */
export interface TextClassifier {
  readonly model: TextClassifierModel;
  /** Never throws; time is bounded for any text (see MAX_CLASSIFIED_CHARACTERS). */
  classify(text: string): Classification;
}

/**
 * How near a text is to what was trained: its best score, lowered when much of the text was
 * never seen. Scores of one-against-all machines are near 1 inside a class and near −1 outside
 * all of them, which makes the best of them tell the known from the unknown.
 */
export function scopeScore(bestScore: number, knownShare: number): number {
  return bestScore + knownShare;
}

/** A classifier from its stored model. */
export function createTextClassifier(model: TextClassifierModel): TextClassifier {
  const space = createFeatureSpace(model.space);
  const classify = (text: string): Classification => {
    const { vector, knownShare } = space.read(text);
    if (vector.columns.length === 0) return { kind: 'undefined', reason: 'no_known_features' };
    const scores = linearScores(model.linear, vector);
    const probabilities = calibratedProbabilities(scores, model.sharpness);
    const order = bestFirst(probabilities, 5);
    const ranking = order.map((c) => ({
      label: model.labels[c] ?? '',
      confidence: probabilities[c] ?? 0,
    }));
    const best = ranking[0] ?? { label: '', confidence: 0 };
    const margin = best.confidence - (ranking[1]?.confidence ?? 0);
    const scope = scopeScore(scores[order[0] ?? 0] ?? 0, knownShare);
    if (scope < model.scopeThreshold) return { kind: 'out_of_scope', best, margin, scope, ranking };
    return { kind: 'label', ...best, margin, scope, ranking };
  };
  return { model, classify };
}

function bestFirst(probabilities: Float64Array, count: number): readonly number[] {
  const best: number[] = [];
  for (let c = 0; c < probabilities.length; c++) {
    const probability = probabilities[c] ?? 0;
    let place = best.length;
    while (place > 0 && probability > (probabilities[best[place - 1] ?? 0] ?? 0)) place--;
    if (place < count) {
      best.splice(place, 0, c);
      if (best.length > count) best.pop();
    }
  }
  return best;
}
