import { sum, sumOfKnown } from './conditions.js';
import type { Metric } from './declarations.js';
import { measured, ratio } from './metric.js';

/** Advertising: the `spend` ledger. */
export const advertisingMetrics: readonly Metric[] = [
  measured('ad_spend', sum('spend', 'amount'), {
    label: 'Advertising spend',
    description: 'Money spent on advertising',
    unit: 'currency',
    polarity: 'neutral',
    synonyms: {
      en: ['ad spend', 'advertising spend', 'marketing spend', 'advertising costs'],
      de: ['Werbeausgaben', 'Werbekosten', 'Marketingkosten'],
    },
    formula: 'sum of amount over advertising spend',
  }),
  measured('ad_clicks', sumOfKnown('spend', 'clicks'), {
    label: 'Ad clicks',
    description: 'Clicks on advertising, where they are known',
    unit: 'count',
    polarity: 'up_good',
    synonyms: { en: ['ad clicks', 'clicks'], de: ['Klicks', 'Anzeigenklicks'] },
    formula: 'sum of clicks over advertising spend',
  }),
  measured('ad_impressions', sumOfKnown('spend', 'impressions'), {
    label: 'Ad impressions',
    description: 'How often advertising was shown, where it is known',
    unit: 'count',
    polarity: 'up_good',
    synonyms: { en: ['impressions', 'ad impressions'], de: ['Einblendungen', 'Impressionen'] },
    formula: 'sum of impressions over advertising spend',
  }),
  ratio('return_on_ad_spend', 'revenue', 'ad_spend', {
    label: 'Return on ad spend',
    description: 'All revenue for each unit of money spent on advertising',
    unit: 'number',
    polarity: 'up_good',
    synonyms: { en: ['roas', 'return on ad spend'], de: ['Werbeertrag', 'ROAS'] },
    formula: 'revenue ÷ advertising spend',
  }),
];
