import { defineTexts } from '../../messages/use-texts.js';

export const outlookTexts = defineTexts({
  en: {
    title: 'Outlook',
    riskAbout: 'Risk of no order within 90 days',
    'band.high': 'High',
    'band.medium': 'Medium',
    'band.low': 'Low',
    factors: 'What raises or lowers it against the average customer:',
    raises: 'Raises the risk:',
    lowers: 'Lowers the risk:',
    next90: 'Expected, 90 days',
    next365: 'Expected, a year',
    between: '{lower} to {upper} four of five times',
  },
  de: {
    title: 'Ausblick',
    riskAbout: 'Risiko, 90 Tage nicht zu bestellen',
    'band.high': 'Hoch',
    'band.medium': 'Mittel',
    'band.low': 'Niedrig',
    factors: 'Was es gegenüber dem Durchschnitt erhöht oder senkt:',
    raises: 'Erhöht das Risiko:',
    lowers: 'Senkt das Risiko:',
    next90: 'Erwartet, 90 Tage',
    next365: 'Erwartet, ein Jahr',
    between: '{lower} bis {upper} in vier von fünf Fällen',
  },
});
