/**
 * A light stem: the inflections of nouns and adjectives cut off, so that `countries`/`country`,
 * `Länder`/`Land` and `produits`/`produit` meet. Input and output are folded. Words shorter than
 * four letters stay as they are. Light stemming after Savoy 2006; rules of this project.
 */
export function stem(word: string, language: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  switch (language) {
    case 'en':
      return english(word);
    case 'de':
      return german(word);
    case 'nl':
      return dutch(word);
    case 'fr':
      return cut(french(word), /(e|s)$/);
    case 'es':
    case 'pt':
      return cut(iberian(word), /[aoe]$/);
    case 'it':
      return cut(
        word.replace(/(ch|gh)[ie]$/, (m) => m[0] ?? ''),
        /[aeio]$/,
      );
    default:
      return word;
  }
}

function cut(word: string, ending: RegExp): string {
  const short = word.replace(ending, '');
  return short.length >= 3 ? short : word;
}

function english(word: string): string {
  if (word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(ses|xes|zes|ches|shes)$/.test(word)) return cut(word, /es$/);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

function german(word: string): string {
  return cut(word, /(ern|en|er|es|em|e|n|s)$/);
}

function dutch(word: string): string {
  let short = cut(word, /(en|s|e)$/);
  // kanalen → kanaal, landen → land: one spelling for open and closed syllables
  short = short.replace(/([aeou])\1/, '$1').replace(/(.)\1$/, '$1');
  return short.replace(/v$/, 'f').replace(/z$/, 's');
}

function french(word: string): string {
  if (word.endsWith('aux') && word.length > 4) return `${word.slice(0, -3)}al`;
  return cut(word, /(es|s|x)$/);
}

function iberian(word: string): string {
  if (word.endsWith('coes')) return `${word.slice(0, -4)}cao`;
  if (word.endsWith('oes')) return `${word.slice(0, -3)}ao`;
  if (word.endsWith('ais')) return `${word.slice(0, -3)}al`;
  if (word.endsWith('ens')) return `${word.slice(0, -3)}em`;
  if (word.endsWith('iones')) return word.slice(0, -2);
  if (/[lrndz]es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('ces')) return `${word.slice(0, -3)}z`;
  return cut(word, /s$/);
}
