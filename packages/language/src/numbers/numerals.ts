/**
 * The value of a written numeral. With `decimalComma` `1.000,5` is 1000.5, otherwise `1,000.5` is.
 * A lone separator before exactly three digits groups thousands when it is the language's own
 * grouping mark (`1.000` is 1000 in German and 1 in English). Undefined for anything else.
 */
export function numeralValue(text: string, decimalComma: boolean): number | undefined {
  const decimal = decimalComma ? ',' : '.';
  const grouping = decimalComma ? '.' : ',';
  let plain = text.replace(/[' ]/g, '');
  const groups = plain.split(grouping);
  if (groups.length > 1) {
    const grouped = groups
      .slice(1)
      .every((group, i) => (i === groups.length - 2 ? /^\d{3}(\D|$)/ : /^\d{3}$/).test(group));
    if (grouped) plain = groups.join('');
    else if (groups.length === 2 && !plain.includes(decimal)) plain = groups.join('.');
    else return undefined;
  }
  plain = plain.replace(decimal, '.');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

const cjkDigits = new Map([...'〇一二三四五六七八九'].map((c, i) => [c, i]));
cjkDigits.set('两', 2).set('零', 0).set('幾', Number.NaN);

/** The value of a run of Chinese numerals up to 9999 (`三十二`, `十二`); undefined for none. */
export function cjkNumeral(characters: readonly string[]): number | undefined {
  let total = 0;
  let digit: number | undefined;
  for (const character of characters) {
    const place =
      character === '千' ? 1000 : character === '百' ? 100 : character === '十' ? 10 : undefined;
    if (place !== undefined) {
      total += (digit ?? 1) * place;
      digit = undefined;
      continue;
    }
    const value = cjkDigits.get(character);
    if (value === undefined || Number.isNaN(value) || digit !== undefined) return undefined;
    digit = value;
  }
  return characters.length === 0 ? undefined : total + (digit ?? 0);
}
