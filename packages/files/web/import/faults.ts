import { ProblemError } from '@olympus/sdk';
import { defineTexts, type Texts, useTexts } from '@olympus/web/kit';

/** What is wrong with a file or its import as a whole, by the problem's code; `at` names the place. */
export const faults = defineTexts({
  en: {
    empty_file: '{at} holds nothing',
    unknown_file_format: '{at} is not a table',
    unreadable_file: '{at} cannot be read',
    unknown_encoding: 'There is no encoding {at}',
    too_many_columns: '{at} has too many columns',
    upload_too_large: 'The file is too large',
    upload_not_found: 'The uploaded file is no longer here',
    missing_columns: 'The file lacks columns: {at}',
    ambiguous_dates: 'No date in “{at}” shows whether the day or the month comes first',
    unknown_column: 'The file lacks a column that was chosen',
    import_failed: 'The import failed',
    'remedy.empty_file': 'Export it once more, and look whether it was transferred whole.',
    'remedy.unknown_file_format': 'Export it as CSV; a spreadsheet has to be saved as CSV.',
    'remedy.unreadable_file': 'Look whether it is whole, and begins with the names of its columns.',
    'remedy.unknown_encoding': 'Choose another encoding.',
    'remedy.too_many_columns': 'Export only the columns that are needed.',
    'remedy.upload_too_large': 'Split it, or pack it with gzip.',
    'remedy.upload_not_found': 'Uploads expire; upload the file again.',
    'remedy.missing_columns': 'Import files with the same columns together.',
    'remedy.ambiguous_dates': 'Say which comes first.',
    'remedy.unknown_column': 'Choose among its columns.',
    'remedy.import_failed': 'The server’s log says why.',
  },
  de: {
    empty_file: '{at} ist leer',
    unknown_file_format: '{at} ist keine Tabelle',
    unreadable_file: '{at} ist nicht lesbar',
    unknown_encoding: 'Die Kodierung {at} gibt es nicht',
    too_many_columns: '{at} hat zu viele Spalten',
    upload_too_large: 'Die Datei ist zu groß',
    upload_not_found: 'Die hochgeladene Datei ist nicht mehr da',
    missing_columns: 'Der Datei fehlen Spalten: {at}',
    ambiguous_dates: 'Kein Datum in „{at}“ zeigt, ob Tag oder Monat zuerst steht',
    unknown_column: 'Der Datei fehlt eine Spalte, die gewählt wurde',
    import_failed: 'Der Import ist fehlgeschlagen',
    'remedy.empty_file':
      'Geben Sie sie noch einmal aus, und prüfen Sie, ob sie ganz übertragen wurde.',
    'remedy.unknown_file_format':
      'Geben Sie sie als CSV aus; Tabellen aus Excel müssen als CSV gespeichert werden.',
    'remedy.unreadable_file':
      'Prüfen Sie, ob sie ganz ist und mit den Namen ihrer Spalten beginnt.',
    'remedy.unknown_encoding': 'Wählen Sie eine andere Kodierung.',
    'remedy.too_many_columns': 'Geben Sie nur die Spalten aus, die gebraucht werden.',
    'remedy.upload_too_large': 'Teilen Sie sie, oder packen Sie sie mit gzip.',
    'remedy.upload_not_found':
      'Hochgeladene Dateien verfallen; laden Sie die Datei noch einmal hoch.',
    'remedy.missing_columns': 'Importieren Sie Dateien mit gleichen Spalten zusammen.',
    'remedy.ambiguous_dates': 'Sagen Sie, was zuerst steht.',
    'remedy.unknown_column': 'Wählen Sie eine ihrer Spalten.',
    'remedy.import_failed': 'Warum, steht im Protokoll des Servers.',
  },
});

type Faults = (typeof faults)['en'];
type FaultCode = Exclude<keyof Faults, `remedy.${string}`>;

interface Fault {
  readonly code: string;
  readonly message: string;
  readonly at?: string | undefined;
  readonly remedy?: string | undefined;
}

/** What is told of a fault, and what to do about it. */
export interface ToldFault {
  readonly message?: string;
  readonly remedy?: string;
}

/** A fault by its code; as the server says it where the page does not know the code. */
export function tellFault({ code, message, at, remedy }: Fault, t: Texts<Faults>['t']): ToldFault {
  if (!isKnown(code)) return { message, ...(remedy !== undefined && { remedy }) };
  const tell = t as (key: keyof Faults, values: object) => string;
  return { message: tell(code, { at: at ?? '' }), remedy: tell(`remedy.${code}`, {}) };
}

const isKnown = (code: string): code is FaultCode =>
  Object.hasOwn(faults.en, code) && Object.hasOwn(faults.en, `remedy.${code}`);

const faultOf = ({ code, detail, title, at, remedy }: ProblemError): Fault => ({
  code,
  message: detail ?? title,
  at,
  remedy,
});

/** Tells faults of imports and errors of requests in the reader's language. */
export function useFaults() {
  const { t } = useTexts(faults);
  return {
    tellFault: (fault: Fault) => tellFault(fault, t),
    wordsOf: (error: unknown): ToldFault =>
      error instanceof ProblemError ? tellFault(faultOf(error), t) : {},
  };
}
