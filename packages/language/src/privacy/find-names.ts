import { type PersonalDataSpan, spanOf } from './personal-data.js';

const NAME_WORD = String.raw`\p{Lu}[\p{Ll}\p{M}]{1,24}(?:[-’']\p{Lu}[\p{Ll}\p{M}]{1,24})?`;
const PARTICLE = `(?:von|van|de|der|den|del|da|dos|di|le|la|zu|ter|ten)`;
const NAME = String.raw`${NAME_WORD}(?: (?:\p{Lu}\. )?(?:${PARTICLE} ){0,2}${NAME_WORD}){0,3}`;

/** At least two words of a name. */
const TWO_NAMES = String.raw`${NAME_WORD}(?: (?:\p{Lu}\. )?(?:${PARTICLE} ){0,2}${NAME_WORD}){1,3}`;

/** Words in front of a name: titles, "my name is …", signatures, as the languages write them. */
const TITLES =
  'Mr\\.?|Mrs\\.?|Ms\\.?|Miss|Dr\\.?|Herr(?:n)?|Frau|M\\.|Mme|Mlle|Monsieur|Madame|Señora?|Sr\\.|Sra\\.|Senhora?|Dona|Signora?|Sig\\.(?:ra)?|Meneer|Mevrouw|Dhr\\.|Mevr\\.';
const INTRODUCTIONS =
  "[Mm]y name is|[Ii] am called|[Mm]ein Name ist|[Ii]ch heiße|[Jj]e m['’]appelle|[Mm]on nom est|[Mm]e llamo|[Mm]i nombre es|[Mm]eu nome é|[Cc]hamo-me|[Mm]i chiamo|[Mm]ijn naam is|[Ii]k heet";
const SIGNATURES =
  '(?:[Kk]ind|[Bb]est|[Ww]arm) regards|[Rr]egards|[Ss]incerely|[Cc]heers|[Mm]it freundlichen Grüßen|[Vv]iele Grüße|[Ll]iebe Grüße|[Cc]ordialement|[Bb]ien à vous|[Ss]aludos|[Aa]tentamente|[Aa]tenciosamente|[Cc]umprimentos|[Cc]ordiali saluti|[Dd]istinti saluti|[Mm]et vriendelijke groet(?:en)?|[Gg]roeten';

/** Words that introduce a name only when at least two capitalised words follow. */
const WEAK_INTRODUCTIONS =
  "[Tt]his is|[Ii]['’]m|[Ii] am|[Ii]ch bin|[Hh]ier (?:ist|spricht)|[Jj]e suis|[Ss]oy|[Ss]ono|[Ee]u sou|[Ss]ou [oa]|[Ii]k ben|[Uu] spreekt met";
const GREETINGS =
  '[Dd]ear|[Hh]i|[Hh]ello|[Hh]ey|[Hh]allo|[Ll]iebe[rs]?|[Bb]onjour|[Cc]hère?|[Hh]ola|[Qq]uerid[oa]|[Ee]stimad[oa]|[Oo]lá|[Cc]aro|[Cc]ara|[Cc]iao|[Gg]entile|[Bb]este|[Gg]eachte';

const PATTERNS: readonly RegExp[] = [
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${TITLES}) (?:Dr\.? |Prof\.? )?(${NAME})`, 'gu'),
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${INTRODUCTIONS}):? (${NAME})`, 'gu'),
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${SIGNATURES}),?[ \t]*\r?\n?[ \t]*(${NAME})`, 'gu'),
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${WEAK_INTRODUCTIONS}) (${TWO_NAMES})`, 'gu'),
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${GREETINGS}) (${NAME})(?=[ \t]*[,!\n])`, 'gu'),
  new RegExp(String.raw`\n[ \t]*(${TWO_NAMES})[ \t]*\r?\n?$`, 'gu'),
];

/** What is greeted or introduced like a person but is none. */
const NOT_NAMES =
  /^(?:Team|Support|Customer|Sir|Madam|All|Everyone|There|World|Kund|Damen|Herren|Service|Client|Equipe|Équipe|Equipo|Cliente|Signori|Klant|Kollege|Colleague|Friend|Amazon|Sehr|Very)/u;

/**
 * Names of people where the text says that one follows: after a title, a greeting, an
 * introduction or a closing formula, or alone on the last line. A heuristic: a name in the middle of a sentence, one in lower case, and names
 * in scripts without capitals are not found. Masking with it lowers, but does not end, the
 * presence of names.
 */
export function findNames(text: string): readonly PersonalDataSpan[] {
  return PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const name = match[1];
      if (name === undefined || NOT_NAMES.test(name)) return [];
      const from = match.index + match[0].lastIndexOf(name);
      return [spanOf(text, 'name', from, from + name.length, 'likely')];
    }),
  );
}
