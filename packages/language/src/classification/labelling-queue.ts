import type { TextClassifier } from './classifier.js';

/** A text somebody should label, and what the classifier would have said. */
export interface LabellingRequest {
  /** Place of the text in the given list. */
  readonly index: number;
  readonly text: string;
  /** Difference between the two best confidences, 0 (a tie) to 1; 0 when nothing is known. */
  readonly margin: number;
  /** The likeliest labels, best first. */
  readonly candidates: readonly string[];
  readonly why: 'close_call' | 'out_of_scope' | 'nothing_known';
}

/**
 * The texts whose labels would teach most, smallest margin first (margin sampling, Scheffer et
 * al. 2001). A text that is the same as one already queued, letter case and spaces aside, is
 * left out, and no pair of labels takes more than `perPair` places, so that one confusion does
 * not fill the queue. Ties keep the given order.
 */
export function labellingQueue(
  classifier: TextClassifier,
  texts: readonly string[],
  options: { readonly limit?: number; readonly perPair?: number } = {},
): readonly LabellingRequest[] {
  const limit = options.limit ?? 50;
  const perPair = options.perPair ?? Math.max(2, Math.ceil(limit / 10));
  const requests = texts.map((text, index) => describe(classifier, text, index));
  requests.sort((a, b) => a.margin - b.margin || a.index - b.index);
  const seen = new Set<string>();
  const pairs = new Map<string, number>();
  const queue: LabellingRequest[] = [];
  for (const request of requests) {
    if (queue.length >= limit) break;
    const normal = request.text.toLowerCase().replace(/\s+/g, ' ').trim();
    if (normal === '' || seen.has(normal)) continue;
    const pair = [...request.candidates.slice(0, 2)].sort().join('\u0000');
    const taken = pairs.get(pair) ?? 0;
    if (taken >= perPair) continue;
    pairs.set(pair, taken + 1);
    seen.add(normal);
    queue.push(request);
  }
  return queue;
}

function describe(classifier: TextClassifier, text: string, index: number): LabellingRequest {
  const found = classifier.classify(text);
  if (found.kind === 'undefined') {
    return { index, text, margin: 0, candidates: [], why: 'nothing_known' };
  }
  const candidates = found.ranking.slice(0, 3).map((entry) => entry.label);
  const why = found.kind === 'label' ? 'close_call' : 'out_of_scope';
  return { index, text, margin: found.margin, candidates, why };
}
