import { defineTexts, useTexts } from '../messages/use-texts.js';

/** In words: why an event was refused, by the code that ingest gives. */
export const reasonTexts = defineTexts({
  en: {
    amount_out_of_range: 'Amount out of range',
    body_too_large: 'Request too large',
    context_too_large: 'Batch context too large',
    currency_without_rate: 'Currency without an exchange rate',
    event_too_complex: 'Event too complex',
    event_too_deep: 'Event nested too deeply',
    event_too_large: 'Event too large',
    forbidden_key: 'Forbidden key',
    invalid_character: 'Forbidden character',
    invalid_data: 'Invalid data',
    invalid_id: 'No valid id',
    invalid_source: 'No valid source',
    invalid_subject: 'No valid subject',
    invalid_time: 'No valid time',
    invalid_type: 'No valid event type',
    invalid_unicode: 'Broken characters',
    malformed_json: 'No readable JSON',
    malformed_utf8: 'No readable UTF-8',
    not_a_batch: 'No batch of events',
    not_an_event: 'No event',
    order_too_long: 'Order too long',
    parts_above_amount: 'Parts exceed the amount',
    projection_failed: 'Could not be booked',
    time_in_future: 'Time in the future',
    time_too_old: 'Time before 1970',
    unknown_currency: 'Unknown currency',
    unknown_event_type: 'Unknown event type',
    unsupported_data: 'Data of an unknown format',
    unsupported_version: 'CloudEvents version not understood',
    wrong_sign: 'Wrong sign',
  },
  de: {
    amount_out_of_range: 'Betrag außerhalb des Bereichs',
    body_too_large: 'Anfrage zu groß',
    context_too_large: 'Kontext des Stapels zu groß',
    currency_without_rate: 'Währung ohne Wechselkurs',
    event_too_complex: 'Ereignis zu verwickelt',
    event_too_deep: 'Ereignis zu tief verschachtelt',
    event_too_large: 'Ereignis zu groß',
    forbidden_key: 'Verbotener Schlüssel',
    invalid_character: 'Verbotenes Zeichen',
    invalid_data: 'Ungültige Daten',
    invalid_id: 'Keine gültige Kennung',
    invalid_source: 'Keine gültige Quelle',
    invalid_subject: 'Kein gültiges Subjekt',
    invalid_time: 'Keine gültige Zeit',
    invalid_type: 'Kein gültiger Ereignistyp',
    invalid_unicode: 'Zerstörte Zeichen',
    malformed_json: 'Kein lesbares JSON',
    malformed_utf8: 'Kein lesbares UTF-8',
    not_a_batch: 'Kein Stapel von Ereignissen',
    not_an_event: 'Kein Ereignis',
    order_too_long: 'Auftrag zu lang',
    parts_above_amount: 'Teile übersteigen den Betrag',
    projection_failed: 'Ließ sich nicht verbuchen',
    time_in_future: 'Zeit in der Zukunft',
    time_too_old: 'Zeit vor 1970',
    unknown_currency: 'Unbekannte Währung',
    unknown_event_type: 'Unbekannter Ereignistyp',
    unsupported_data: 'Daten in unbekanntem Format',
    unsupported_version: 'CloudEvents-Version nicht verstanden',
    wrong_sign: 'Falsches Vorzeichen',
  },
});

const isKnown = (code: string): code is keyof typeof reasonTexts.en =>
  Object.hasOwn(reasonTexts.en, code);

/** Writes refusals' codes in words; one that has none stands as it is, without its underscores. */
export function useReasons(): (code: string) => string {
  const { t } = useTexts(reasonTexts);
  return (code) => (isKnown(code) ? t(code) : code.replaceAll('_', ' '));
}
