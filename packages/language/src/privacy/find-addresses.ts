import { type PersonalDataSpan, spanOf } from './personal-data.js';

const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}](?:[\p{L}\p{N}._%+-]{0,62}[\p{L}\p{N}_+-])?@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,6}\p{L}{2,24}(?![\p{L}\p{N}-])/gu;
const IPV4 = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d]|\.\d)/g;
const IPV6 = /(?<![0-9A-Fa-f:.])[0-9A-Fa-f:]{2,39}(?![0-9A-Za-z:])/g;

/** Electronic mail addresses with a domain that ends in letters (RFC 5321 without quoting). */
export function findEmails(text: string): readonly PersonalDataSpan[] {
  return [...text.matchAll(EMAIL)].map((match) =>
    spanOf(text, 'email', match.index, match.index + match[0].length, 'checked'),
  );
}

/** IPv4 addresses in dotted form and IPv6 addresses with at least three groups or "::". */
export function findIpAddresses(text: string): readonly PersonalDataSpan[] {
  const four = [...text.matchAll(IPV4)].filter(([address]) =>
    address.split('.').every((part) => Number(part) <= 255 && !/^0\d/.test(part)),
  );
  const six = [...text.matchAll(IPV6)].filter(([address]) => isIpv6(address));
  return [...four, ...six].map((match) =>
    spanOf(text, 'ip_address', match.index, match.index + match[0].length, 'checked'),
  );
}

function isIpv6(address: string): boolean {
  const sides = address.split('::');
  if (sides.length > 2) return false;
  const groups = sides.flatMap((side) => (side === '' ? [] : side.split(':')));
  if (groups.some((group) => !/^[0-9A-Fa-f]{1,4}$/.test(group))) return false;
  return sides.length === 2 ? groups.length >= 2 && groups.length <= 7 : groups.length === 8;
}

const CAPITAL = String.raw`\p{Lu}[\p{L}’'.-]{0,30}`;
const NUMBER = String.raw`\d{1,5}(?: ?[A-Za-z](?!\p{L}))?(?:[-/]\d{1,4})?`;
const POSTCODE = String.raw`(?:,? {0,2}(?:[A-Z]{1,2}-)?(?:\d{4,5}(?:-\d{3,4})?|\d{4} ?[A-Z]{2}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})(?:,? ${CAPITAL}(?: ${CAPITAL}){0,2})?)?`;

const STREETS: readonly RegExp[] = [
  // 12 Baker Street, 1600 Pennsylvania Ave, 1532 20th Street, 1111 Southwest Broadway
  String.raw`${NUMBER} (?:(?:${CAPITAL}|\d{1,3}(?:st|nd|rd|th)) ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Square|Sq|Terrace|Way|Close|Crescent|Place|Parkway|Pkwy|Highway|Hwy|Expressway|Circle|Broadway)\b\.?(?:,? (?:#|[Ss]uite|[Aa]pt\.?|[Uu]nit) {0,1}[A-Za-z0-9]{1,6})?`,
  // Hauptstraße 5, Lange Gasse 12a, Keizersgracht 174, Damstraat 3
  String.raw`(?:${CAPITAL} )?\p{Lu}[\p{Ll}ß-]{1,30}(?:straße|strasse|str\.|gasse|weg|platz|allee|damm|ring|ufer|straat|laan|gracht|plein|kade|dijk) ${NUMBER}`,
  String.raw`\p{Lu}[\p{Ll}-]{1,30} (?:Straße|Strasse|Str\.|Gasse|Weg|Platz|Allee|Straat|Laan|Gracht|Plein) ${NUMBER}`,
  // 12 rue de la Paix, 5 bis avenue Victor Hugo
  `${NUMBER}(?: bis| ter)?,? (?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Pp]lace|[Cc]hemin|[Ii]mpasse|[Qq]uai|[Aa]llée) (?:(?:de|du|des|la|le|les|l’|l'|d’|d') ?){0,2}${CAPITAL}(?: ${CAPITAL}){0,3}`,
  // Calle Mayor 5, Rua Augusta 24, Via Roma 10, Piazza del Duomo, 1
  String.raw`(?:[Cc]alle|C\/|[Aa]venida|[Aa]vda\.|[Pp]aseo|[Pp]laza|[Rr]ua|[Tt]ravessa|[Ll]argo|[Pp]raça|[Vv]ia|[Vv]iale|[Cc]orso|[Pp]iazza|[Vv]icolo) (?:(?:de|del|da|do|das|dos|di|della|la|el|los|las) ){0,2}${CAPITAL}(?: (?:(?:de|del|da|do|di) )?${CAPITAL}){0,3},? (?:n[.º°]{0,2} ?)?${NUMBER}`,
].map((pattern) => new RegExp(String.raw`(?<![\p{L}\p{N}])${pattern}${POSTCODE}`, 'gu'));

/**
 * Street addresses: a house number beside a street word as the seven languages write them, with
 * a following postcode and town. A heuristic: streets without such a word ("Unter den Linden"),
 * towns or postcodes alone, and lower-case writing are not found.
 */
export function findStreetAddresses(text: string): readonly PersonalDataSpan[] {
  return STREETS.flatMap((street) =>
    [...text.matchAll(street)].map((match) =>
      spanOf(text, 'address', match.index, match.index + match[0].length, 'likely'),
    ),
  );
}
