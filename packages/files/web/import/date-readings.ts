/** Both dates that `03/04/2026` may be, as local dates. */
export function bothReadings(
  example: string,
): { readonly dmy: string; readonly mdy: string } | undefined {
  const [, one, two, year] = /^(\d{1,2})\D(\d{1,2})\D(\d{4}|\d\d)\b/.exec(example) ?? [];
  if (!one || !two || !year) return undefined;
  const full = year.length === 2 ? `20${year}` : year;
  const [a, b] = [one.padStart(2, '0'), two.padStart(2, '0')];
  return { dmy: `${full}-${b}-${a}`, mdy: `${full}-${a}-${b}` };
}
