import { expect, test } from 'vitest';
import { definitionOf, emptyDraft, idOf, newCondition, pastedIds } from './draft.js';

test('an id is made of the name, and of one that is taken another', () => {
  expect(idOf('Ordered twice (EU)', [])).toBe('ordered-twice-eu');
  expect(idOf('Käufer über 500 €', [])).toBe('kaeufer-ueber-500');
  expect(idOf('Gäste', ['gaeste', 'gaeste-2'])).toBe('gaeste-3');
  expect(idOf('日本', [])).toBe('cohort');
});

test('pasted ids come in lines, with commas, and each counts once', () => {
  expect(pastedIds(' a\nb, c;a\t\n\n')).toEqual(['a', 'b', 'c']);
});

test('a draft defines a cohort once everything is said', () => {
  const draft = emptyDraft();
  expect(definitionOf(draft)?.definition.kind).toBe('rules');
  const open = { match: 'all', conditions: [newCondition('cohort')] } as const;
  expect(definitionOf({ ...draft, groups: [open] })).toBeUndefined();
  expect(definitionOf({ ...draft, kind: 'list' })).toBeUndefined();
  expect(definitionOf({ ...draft, kind: 'list', pasted: 'a' })?.customers).toEqual(['a']);
});
