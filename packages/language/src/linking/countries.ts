import { languageCodes } from '../locales/index.js';
import { fold, tokenise } from '../text/index.js';

const codes =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KM KP KR KW KZ LA LB LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NZ OM PA PE PG PH PK PL PR PS PT PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SN SO SR SS SV SY SZ TD TG TH TJ TL TM TN TO TR TT TW TZ UA UG US UY UZ VE VN YE ZA ZM ZW'.split(
    ' ',
  );

const aliases: Readonly<Record<string, readonly string[]>> = {
  US: [
    'american',
    'amerikanische',
    'amerikanischen',
    'usa',
    'us',
    'u s',
    'u s a',
    'america',
    'united states of america',
    'vereinigte staaten',
    'amerika',
    'etats unis d amerique',
    'eeuu',
    'ee uu',
    'eua',
    'stati uniti d america',
    'vs amerika',
    '米国',
    '美国',
    'verenigde staten',
  ],
  GB: [
    'british',
    'britische',
    'britischen',
    'uk',
    'u k',
    'great britain',
    'britain',
    'grossbritannien',
    'england',
    'grande bretagne',
    'gran bretana',
    'reino unido',
    'gran bretagna',
    'inghilterra',
    'groot brittannie',
    'イギリス',
    '英国',
    'royaume uni',
    'vereinigtes konigreich',
  ],
  DE: ['german', 'deutsche', 'deutschen', 'deutscher', 'deutsches'],
  AT: ['austrian', 'österreichische', 'österreichischen', 'österreichischer', 'österreicher'],
  CH: ['swiss', 'schweizer', 'schweizerische', 'schweizerischen'],
  FR: ['french', 'französische', 'französischen', 'französischer'],
  IT: ['italian', 'italienische', 'italienischen', 'italienischer'],
  ES: ['spanish', 'spanische', 'spanischen', 'spanischer'],
  BE: ['belgian', 'belgische', 'belgischen'],
  DK: ['danish', 'dänische', 'dänischen'],
  SE: ['swedish', 'schwedische', 'schwedischen'],
  NL: [
    'dutch',
    'niederländische',
    'niederländischen',
    'holland',
    'hollande',
    'holanda',
    'olanda',
    'the netherlands',
    'オランダ',
    'paises bajos',
    'pays bas',
  ],
  CZ: ['czech republic', 'tschechische republik'],
  KR: ['south korea', 'korea', 'sudkorea', 'coree', 'corea'],
  AE: ['uae', 'emirates'],
  CN: ['prc'],
  RU: ['russian federation'],
};

let names:
  | { readonly codeOf: Map<string, string>; readonly namesOf: Map<string, string[]> }
  | undefined;

/** Country names in every language of the locales (from Intl), folded and joined, with their codes. Built once. */
function table() {
  if (names !== undefined) return names;
  const codeOf = new Map<string, string>();
  const namesOf = new Map<string, string[]>();
  const add = (code: string, name: string) => {
    const key = joined(name);
    if (!codeOf.has(key)) codeOf.set(key, code);
    const list = namesOf.get(code) ?? [];
    if (!list.includes(name)) list.push(name);
    namesOf.set(code, list);
  };
  for (const language of languageCodes) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of codes) {
      const name = display.of(code);
      if (name !== undefined) add(code, name);
    }
  }
  for (const [code, list] of Object.entries(aliases)) for (const name of list) add(code, name);
  names = { codeOf, namesOf };
  return names;
}

function joined(name: string): string {
  return tokenise(name)
    .map((t) => t.fold)
    .join('');
}

/** The ISO 3166 code a catalogue value stands for: a name in any language or the code itself. */
export function countryCode(value: string): string | undefined {
  if (/^[A-Z]{2}$/.test(value) && codes.includes(value)) return value;
  return table().codeOf.get(joined(fold(value)));
}

/** Every name of a country in the locales' languages. */
export function countryNames(code: string): readonly string[] {
  return table().namesOf.get(code) ?? [];
}

/** All countries with their English name. */
export function allCountries(): { readonly code: string; readonly name: string }[] {
  const display = new Intl.DisplayNames(['en'], { type: 'region' });
  return codes.map((code) => ({ code, name: display.of(code) ?? code }));
}
