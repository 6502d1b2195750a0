import { describe, expect, test } from 'vitest';
import { answerTexts, fill } from './index.js';

/** Every text by its path. */
function leaves(value: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string'
      ? [[`${path}${key}`, inner] as const]
      : leaves(inner, `${path}${key}.`),
  );
}

const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const english = new Map(leaves(answerTexts.en));

describe('the texts of answers', () => {
  test.each(Object.entries(answerTexts))('say the same in %s as in English', (code, texts) => {
    const all = leaves(texts);
    expect(all.map(([path]) => path)).toEqual([...english.keys()]);
    for (const [path, text] of all) {
      expect(names(text), path).toEqual(names(english.get(path) ?? ''));
    }
    const sentences = all.filter(([path]) => /^(notes|declines|methods)\./.test(path));
    const untranslated = sentences.filter(([path, text]) => text === english.get(path));
    expect(untranslated).toEqual(code === 'en' ? sentences : []);
  });

  test('are filled by name', () => {
    expect(fill('{count} of {all}', { count: 2, all: '{count}' })).toBe('2 of {count}');
  });
});
