import { countRows } from './conditions.js';
import type { Metric } from './declarations.js';
import { measured } from './metric.js';

/** Ratings and reviews: the `feedback` ledger. */
export const feedbackMetrics: readonly Metric[] = [
  measured('feedback_count', countRows('feedback'), {
    label: 'Reviews',
    description: 'Reviews and ratings given',
    unit: 'count',
    polarity: 'neutral',
    synonyms: {
      en: ['feedback', 'reviews', 'number of reviews', 'ratings'],
      de: ['Bewertungen', 'Rezensionen', 'Rückmeldungen'],
    },
    formula: 'number of reviews',
  }),
  measured(
    'average_rating',
    {
      kind: 'rows',
      ledger: 'feedback',
      aggregate: 'average',
      column: 'rating',
      conditions: [],
      empty: 'unknown',
    },
    {
      label: 'Average rating',
      description: 'Mean of the ratings given; reviews without one are left out',
      unit: 'number',
      polarity: 'up_good',
      synonyms: {
        en: ['average rating', 'rating', 'stars', 'score'],
        de: ['durchschnittliche Bewertung', 'Durchschnittsbewertung', 'Sterne'],
      },
      formula: 'mean of rating',
    },
  ),
];
