import { describe, expect, it } from 'vitest';
import { createLexicon } from './lexicon.js';

const lexicon = createLexicon({
  metrics: [
    { name: 'totalRevenue', label: 'Total Revenue (EUR)' },
    { name: 'rev_per_cust', label: 'Revenue per customer' },
    { name: 'aov', label: 'Avg. order value' },
    { name: 'lessons', label: 'Lessons', synonyms: { nl: ['les'] } },
  ],
  dimensions: [
    { name: 'country', label: 'Country', type: 'string', values: ['DE', 'FR', 'US'] },
    {
      name: 'weekday',
      label: 'Day',
      type: 'string',
      values: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    },
    { name: 'product', label: 'Product name', type: 'string' },
  ],
});
const targets = (phrase: string, language: 'en' | 'de' | 'fr' | 'nl' | 'ja' = 'en') =>
  lexicon
    .find(phrase.split(' '), language)
    .map(({ target }) => ('value' in target ? `${target.dimension}=${target.value}` : target.name));

describe('a catalogue’s phrases', () => {
  it('are found by name, label and what people say for a label', () => {
    expect(targets('totalrevenue')).toEqual(['totalRevenue']);
    expect(targets('revenue')).toEqual(['totalRevenue']);
    expect(targets('average order value')).toEqual(['aov']);
    expect(targets('products')).toEqual(['product']);
  });

  it('are found by common notions in other languages, and only in the language asked', () => {
    expect(targets('umsatz', 'de')).toEqual(['totalRevenue']);
    expect(targets('land', 'de')).toEqual(['country']);
    expect(targets('land', 'fr')).toEqual([]);
  });

  it('give the values as the catalogue spells them', () => {
    expect(targets('allemagne', 'fr')).toEqual(['country=DE']);
    expect(targets('ドイツ', 'ja')).toEqual(['country=DE']);
    expect(targets('usa')).toEqual(['country=US']);
    expect(targets('samstag', 'de')).toEqual(['weekday=Sat']);
    expect(targets('samedi', 'fr')).toEqual(['weekday=Sat']);
  });

  it('do not turn function words of one language into synonyms of another', () => {
    expect(targets('les', 'nl')).toEqual(['lessons']);
    expect(targets('les', 'fr')).toEqual([]);
  });
});
