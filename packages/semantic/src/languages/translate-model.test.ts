import { describe, expect, it } from 'vitest';
import { parseCustomMetric } from '../custom/custom-metric.js';
import { describeModel } from '../model/describe-model.js';
import { createModel } from '../model/model.js';
import { german } from './german.js';
import { modelLanguageOf } from './language.js';
import { translateModel } from './translate-model.js';

describe('the model in German', () => {
  it.each(['entities', 'dimensions', 'metrics'] as const)(
    'names all %s, and nothing else',
    (kind) => {
      expect(Object.keys(german[kind]).sort()).toEqual([...createModel()[kind].keys()].sort());
    },
  );

  it('leaves nothing in the words of the declarations', () => {
    const model = createModel();
    const translated = translateModel(model, 'de');
    const same = (['entities', 'dimensions', 'metrics'] as const).flatMap((kind) =>
      [...model[kind].values()]
        .filter(({ name, description }) => translated[kind].get(name)?.description === description)
        .map(({ name }) => name),
    );
    expect(same).toEqual([]);
    const labels = describeModel(translated).metrics.map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.filter((label) => !/^[A-ZÄÖÜØ]/.test(label))).toEqual([]);
  });

  it('keeps what a tenant declared as it was named', () => {
    const own = parseCustomMetric(
      'web_revenue',
      { kind: 'ratio', label: 'Web shop', numerator: 'revenue', denominator: 'orders' },
      createModel(),
    );
    expect(translateModel(createModel([own]), 'de').metrics.get('web_revenue')?.label).toBe(
      'Web shop',
    );
  });

  it('is for whoever speaks it', () => {
    expect(['de', 'de-AT', 'DE-ch', 'den', 'en-DE', 'fr', undefined].map(modelLanguageOf)).toEqual([
      'de',
      'de',
      'de',
      'en',
      'en',
      'en',
      'en',
    ]);
  });
});
