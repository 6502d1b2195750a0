import type { Refused, rejectionNotes } from './rejections.js';

const place = ({ column, field }: Refused) => (column === undefined ? field : `„${column}“`);

/** Why a row of a file is rejected, in German. */
export const germanRejections: {
  readonly [Code in keyof typeof rejectionNotes]: (
    ...given: Parameters<(typeof rejectionNotes)[Code]>
  ) => string;
} = {
  wrong_number_of_cells: ({ count, expected }) =>
    `die Zeile hat ${count} ${count === 1 ? 'Zelle' : 'Zellen'}, die Kopfzeile hat ${expected}`,
  nul_character: () => 'sie enthält ein NUL-Zeichen',
  not_utf8: () => 'sie ist nicht UTF-8',
  quote_never_closed: () => 'ein Anführungszeichen wird geöffnet und nie geschlossen',
  quote_over_lines: () =>
    'ein Anführungszeichen wird auf der Zeile geöffnet und nicht geschlossen, und mit den folgenden Zeilen ergibt sie keine Tabellenzeile',
  line_too_long: () => 'die Zeile ist zu lang',
  nested_too_deep: ({ limit }) => `das Objekt ist tiefer als ${limit} Ebenen verschachtelt`,
  not_json: () => 'die Zeile ist kein gültiges JSON',
  not_a_json_object: () => 'die Zeile ist kein JSON-Objekt',
  time_unreadable: () => 'die Zeit fehlt oder ist nicht lesbar',
  time_in_future: () => 'die Zeit liegt mehr als einen Tag in der Zukunft',
  time_too_old: () => 'die Zeit liegt vor 1970',
  value_missing: (value) => `${place(value)}: der Wert fehlt`,
  value_not_a_number: (value) => `${place(value)}: der Wert ist keine Zahl`,
  value_too_small: (value) => `${place(value)}: der Wert ist kleiner als ${value.limit}`,
  value_too_large: (value) => `${place(value)}: der Wert ist größer als ${value.limit}`,
  value_too_long: (value) => `${place(value)}: der Text ist länger als ${value.limit} Zeichen`,
  value_empty: (value) => `${place(value)}: der Wert ist leer`,
  value_not_allowed: (value) => `${place(value)}: der Wert passt hier nicht`,
  amount_out_of_range: (value) =>
    `${place(value)}: der Betrag ist größer, als sich genau speichern lässt`,
  currency_without_rate: ({ currency }) =>
    `für ${currency} gibt es keinen Wechselkurs; legen Sie in den Einstellungen des Shops einen fest`,
  amount_in_other_currency: (value) =>
    `${place(value)}: „${value.example}“ ist nicht in ${value.currency}, der Währung der Zeile`,
  row_too_large: () => 'die Zeile ist zu groß',
  row_refused: () => 'die Zeile lässt sich nicht speichern',
};
