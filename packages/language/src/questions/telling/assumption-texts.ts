import { type Catalogue, namedIn } from '../../linking/index.js';
import { type LocaleTexts, locales, type QuestionLanguage } from '../../locales/index.js';
import type { Assumption } from '../building/assumption.js';
import { fill, labelOf } from './labels.js';

/** Assumptions as sentences of the question's language. */
export function assumptionTexts(
  assumptions: readonly Assumption[],
  known: Catalogue,
  language: QuestionLanguage,
): string[] {
  const { texts } = locales[language];
  const catalogue = namedIn(known, language);
  return [
    ...new Set(
      assumptions.map(({ key, args }) => {
        if (key === 'grain')
          return fill(
            texts.assumed.grain,
            texts.per[(args[0] ?? 'month') as keyof LocaleTexts['per']] ?? args[0] ?? '',
          );
        if (key === 'ignored')
          return fill(texts.assumed.ignored, args.map((word) => quoted(word, texts)).join(', '));
        const shown = args.map((arg) =>
          arg
            .split(', ')
            .map((name) => labelOf(catalogue, name))
            .join(', '),
        );
        return fill(
          texts.assumed[key],
          args[0] !== undefined && key !== 'notAdditive' && key !== 'carried'
            ? args[0]
            : (shown[0] ?? ''),
          shown[1] ?? '',
        );
      }),
    ),
  ];
}

/** A word in the quotation marks of a language, which stand around the words in `readAs`. */
function quoted(word: string, { assumed }: LocaleTexts): string {
  const at = assumed.readAs.indexOf('{0}');
  return `${assumed.readAs.slice(Math.max(0, at - 1), at)}${word}${assumed.readAs.slice(at + 3, at + 4)}`;
}
