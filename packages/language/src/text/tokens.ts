import { foldCharacter } from './fold.js';

/**
 * One token of a text. `from` and `to` are offsets into the original string (UTF-16 units),
 * `text` is that slice and `fold` its matching form.
 * Words and numbers are split where letters meet digits (`Q3` → `q`, `3`); each CJK character is a
 * token; whole numeric dates (`2026-03-05`, `5.3.2026`, `1.3.`) are one token.
 */
export interface Token {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly fold: string;
  readonly kind: 'word' | 'number' | 'date' | 'cjk' | 'punctuation';
  /** White space (or the start of the text) stands directly before. */
  readonly spaced: boolean;
}

const cjk = /[\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/;
const letter = /[\p{L}\p{M}_]/u;
const dateShape =
  /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\.\d{1,2}\.\d{2}|\d{1,2}\/\d{1,2}\/\d{4}|\d{1,2}\/\d{1,2}\/\d{2}|\d{1,2}-\d{1,2}-\d{4}|\d{4}\/\d{1,2}\/\d{1,2}|\d{1,2}\.\d{1,2}\.|\d{1,2}\/\d{1,2}|\d{4}[-/](?:0[1-9]|1[0-2])|\d{1,2}\/20\d{2}|(?:0[1-9]|1[0-2])\.20\d{2})(?![\d/])/;
const numberShape = /^(?:\d{1,3}(?:[.,' ]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)(?!\d)/;

type Class = 'space' | 'word' | 'digit' | 'cjk' | 'other';

/**
 * Splits a text into tokens with offsets. Apostrophes and hyphens inside words, and the underscore,
 * separate words and leave no token. Cost is linear in the length of the text.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const points = Array.from(text);
  const folds = points.map(foldCharacter);
  const offsets: number[] = [];
  let offset = 0;
  for (const point of points) {
    offsets.push(offset);
    offset += point.length;
  }
  offsets.push(offset);
  const classes = folds.map((folded, i) => classOf(folded, points[i] ?? ''));
  let spaced = true;
  let i = 0;
  const push = (start: number, end: number, kind: Token['kind']) => {
    const from = offsets[start] ?? 0;
    const to = offsets[end] ?? offset;
    const folded = folds.slice(start, end).join('');
    tokens.push({ from, to, text: text.slice(from, to), fold: folded, kind, spaced });
    spaced = false;
  };
  while (i < points.length) {
    const kind = classes[i];
    if (kind === 'space') {
      spaced = true;
      i++;
    } else if (kind === 'word') {
      let end = i + 1;
      while (end < points.length && classes[end] === 'word') end++;
      push(i, end, 'word');
      i = end;
    } else if (kind === 'cjk') {
      push(i, i + 1, 'cjk');
      i++;
    } else if (kind === 'digit') {
      const ahead = folds.slice(i, i + 24).join('');
      const date = dateShape.exec(ahead)?.[0];
      const matched = date ?? numberShape.exec(ahead)?.[0] ?? folds[i] ?? '';
      const end = Math.min(points.length, i + Math.max(1, matched.length));
      push(i, end, date === undefined ? 'number' : 'date');
      i = end;
    } else {
      if (!joinsWords(folds[i] ?? '', classes[i - 1], classes[i + 1]))
        push(i, i + 1, 'punctuation');
      i++;
    }
  }
  return tokens;
}

function classOf(folded: string, original: string): Class {
  if (folded === '') return original === '' ? 'other' : 'word';
  if (/^\s/u.test(folded)) return 'space';
  if (folded === '_') return 'space';
  if (/^[0-9]+$/.test(folded)) return 'digit';
  if (cjk.test(folded)) return 'cjk';
  if (letter.test(folded)) return 'word';
  return 'other';
}

/** `d'affaires`, `sign-up`, `28-day`: the mark is part of the writing and not a token. */
function joinsWords(mark: string, before: Class | undefined, after: Class | undefined): boolean {
  const wordy = (c: Class | undefined) => c === 'word' || c === 'cjk';
  if (mark === "'") return wordy(before) || wordy(after);
  if (mark === '-')
    return (
      (wordy(before) && (wordy(after) || after === 'digit')) || (before === 'digit' && wordy(after))
    );
  return mark === '・' || mark === '·';
}
