/** Beginnings of the months' names, in order: English, German, French, Spanish, Italian, Dutch. */
const beginnings: readonly (readonly string[])[] = [
  ['jan', 'jän', 'ene', 'gen'],
  ['feb', 'fév', 'fev'],
  ['mar', 'mär', 'mae', 'maa', 'mrt', 'mrz'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag', 'mei'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aoû', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'ott'],
  ['nov'],
  ['dec', 'dez', 'déc', 'dic'],
];

/** The month, 1–12, that a name or its abbreviation says. */
export function monthOf(name: string): number | undefined {
  const lower = name.toLowerCase().replace(/\.$/, '');
  if (lower.startsWith('juil')) return 7;
  const index = beginnings.findIndex((starts) => starts.some((start) => lower.startsWith(start)));
  return index < 0 ? undefined : index + 1;
}
