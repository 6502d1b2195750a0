import type { CatalogueDimension } from '../../linking/index.js';
import { fold } from '../../text/index.js';
import type { Reading } from './reading.js';

/** Words that speak of an attribute, and how attributes of the kind are named. */
const kinds: readonly { readonly words: RegExp; readonly names: RegExp }[] = [
  {
    words:
      /^(?:aged|old|older|young|younger|years?|yrs?|alt|alter|alte[nr]?|junge?r?|jahren?|ans|age[es]?|anos|mayores|menores|anni|jaar|oud|ouder|jonger)$/,
    names: /\b(?:age|alter|edad|idade|eta|leeftijd)\b|alter\b/,
  },
  {
    words: /^(?:heav(?:y|ier)|light(?:er)?|schwere?r?|leichte?r?|kg|g|kilos?|lbs?)$/,
    names: /weight|gewicht|\bpoids\b|\bpeso\b/,
  },
  {
    words: /^(?:expensive|dearer|cheap(?:er)?|worth|cost(?:s|ing)?|priced|teurer|billiger)$/,
    names: /price|value|amount|preis|betrag|wert\b|\bprix\b|precio|prezzo|preco|prijs/,
  },
  {
    words: /^(?:longer|shorter|lasting|langer|kurzer)$/,
    names: /length|duration|\bstay\b|dauer|lange\b|duree|duracion|durata|duracao|duur/,
  },
];

/** How many words may stand between a condition and what it is about. */
const nearBy = 4;

/** The one number dimension that the words of a question speak of without its name ("older than 65"). */
export function spokenAttribute(
  reading: Pick<Reading, 'words' | 'pieces'>,
  numeric: readonly CatalogueDimension[],
  near?: { readonly from: number; readonly to: number },
): string | undefined {
  // the year of "this year" and "in the year 2026" is no age
  const inTime = (at: number) =>
    reading.pieces.some(({ from, to, times }) => times.length > 0 && from - 1 <= at && at < to);
  const isNear = (at: number) =>
    near === undefined || (at >= near.from - nearBy && at < near.to + nearBy);
  const found = kinds
    .filter(({ words }) =>
      reading.words.some(({ fold: word }, at) => words.test(word) && !inTime(at) && isNear(at)),
    )
    .flatMap(({ names }) =>
      // a decade of birth is compared with no age
      numeric.filter(
        (dimension) =>
          namesOf(dimension).some((n) => names.test(n)) &&
          !/\b(?:birth|geburt)/.test(fold(dimension.label)),
      ),
    );
  const [only, ...others] = new Set(found.map(({ name }) => name));
  return others.length > 0 ? undefined : only;
}

function namesOf({ name, label, synonyms = {} }: CatalogueDimension): string[] {
  const words = [name.replace(/[._]/g, ' '), label, ...Object.values(synonyms).flat()];
  return words.map((word) => fold(word ?? ''));
}
