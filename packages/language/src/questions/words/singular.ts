import type { Word } from './words.js';

/** Whether a calendar unit was named in the singular. */
export function isSingularWord(word: Word | undefined): boolean {
  return (
    (word !== undefined &&
      !/(s|meses|mesi|anni|giorni|settimane|trimestri|tage|tagen|wochen|monate|monaten|quartale|jahre|jahren|dagen|weken|maanden|kwartalen|jaren|wochenenden)$/.test(
        word.fold,
      )) ||
    word?.fold === 'mois' ||
    word?.fold === 'mes'
  );
}
