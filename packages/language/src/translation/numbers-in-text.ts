/** A number as written, and every value it may have: "1.234" is 1234 or 1.234. */
interface WrittenNumber {
  readonly text: string;
  readonly readings: readonly number[];
}

const NUMBER = /\d+(?:[.,'’\u00a0\u202f]\d+)*/gu;

/**
 * The numbers of a text in order, whatever language's separators they use. Groups that are
 * neither thousands nor decimals (dates such as 04.03.2026) are read as separate numbers.
 * Numbers in words are not read.
 */
export function numbersInText(text: string): readonly WrittenNumber[] {
  const normal = text
    .normalize('NFKC')
    .replace(/(?<=\d)[\u00a0\u202f\u2009 ](?=\d{3}(?!\d))/gu, "'");
  return [...normal.matchAll(NUMBER)].flatMap(([token]) => readNumber(token));
}

function readNumber(token: string): readonly WrittenNumber[] {
  const parts = token.split(/[.,'’]/u);
  const separators = token.replace(/\d/gu, '');
  const one = (...readings: number[]) => [{ text: token, readings }];
  const last = parts.at(-1) ?? '';
  const whole = Number(parts.join(''));
  const decimal = Number(`${parts.slice(0, -1).join('')}.${last}`);
  if (separators === '') return one(whole);
  const groups = parts.slice(1);
  const areThousands = (some: readonly string[]) => some.every((part) => part.length === 3);
  const isUniform = new Set(separators).size === 1;
  if (separators.length === 1) {
    if (separators === "'" || separators === '’') return one(whole);
    return last.length === 3 ? one(whole, decimal) : one(decimal);
  }
  if (isUniform && areThousands(groups)) return one(whole);
  const head = separators.slice(0, -1);
  const isMixed = new Set(head).size === 1 && head[0] !== separators.at(-1);
  if (isMixed && areThousands(groups.slice(0, -1))) return one(decimal);
  return parts.map((part) => ({ text: part, readings: [Number(part)] }));
}

/** Numbers of one text that the other does not have, each occurrence matched once. */
export function unmatchedNumbers(
  numbers: readonly WrittenNumber[],
  others: readonly WrittenNumber[],
): readonly WrittenNumber[] {
  const left = [...others];
  return numbers.filter((number) => {
    const at = left.findIndex((other) =>
      other.readings.some((value) => number.readings.includes(value)),
    );
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
