import { defineTexts, useTexts } from '../messages/use-texts.js';

/** In words: what a job does, by its kind. */
const kindTexts = defineTexts({
  en: {
    'alerts.look': 'Look after alerts',
    'analytics.refresh_rollup': 'Refresh the daily figures',
    'boards.export': 'Make a file of an answer',
    'boards.sweep_exports': 'Clear away exported files',
    'demo.fill': 'Fill the sample shop',
    'files.import': 'Import files',
    'files.sweep_uploads': 'Clear away unused uploads',
    'files.undo': 'Undo an import',
    'jobs.prune': 'Clear away old jobs',
    'ml.look': 'Look after models of customers',
    'ml.score': 'Score customers',
    'ml.train': 'Train models of customers',
    'kpis.look': 'Look for KPIs whose period ended',
    'kpis.record': 'Record what KPIs came to',
    'privacy.erase': 'Erase a person’s data',
    'privacy.export': 'Export a person’s data',
    'system.backup': 'Back up the server',
  },
  de: {
    'alerts.look': 'Warnungen prüfen',
    'analytics.refresh_rollup': 'Tageszahlen auffrischen',
    'boards.export': 'Datei aus einer Antwort erstellen',
    'boards.sweep_exports': 'Exportierte Dateien aufräumen',
    'demo.fill': 'Beispielshop füllen',
    'files.import': 'Dateien importieren',
    'files.sweep_uploads': 'Ungenutzte Uploads aufräumen',
    'files.undo': 'Import rückgängig machen',
    'jobs.prune': 'Alte Aufgaben aufräumen',
    'ml.look': 'Kundenmodelle pflegen',
    'ml.score': 'Kunden bewerten',
    'ml.train': 'Kundenmodelle trainieren',
    'kpis.look': 'Abgelaufene Zeiträume von KPIs suchen',
    'kpis.record': 'Stände von KPIs festhalten',
    'privacy.erase': 'Daten einer Person löschen',
    'privacy.export': 'Daten einer Person exportieren',
    'system.backup': 'Server sichern',
  },
});

const isKnown = (kind: string): kind is keyof typeof kindTexts.en =>
  Object.hasOwn(kindTexts.en, kind);

/** Writes kinds of jobs in words; one that has none stands as it is. */
export function useKinds(): (kind: string) => string {
  const { t } = useTexts(kindTexts);
  return (kind) => (isKnown(kind) ? t(kind) : kind);
}
