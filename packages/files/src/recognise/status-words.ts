/** What a status says about an order; in English, German, French, Spanish, Italian, Dutch and Polish. */
export const cancelledWords: readonly string[] = [
  'cancelled',
  'canceled',
  'voided',
  'void',
  'wc-cancelled',
  'storniert',
  'abgebrochen',
  'annulé',
  'annulée',
  'annule',
  'annulee',
  'cancelado',
  'cancelada',
  'anulado',
  'anulada',
  'annullato',
  'annullata',
  'geannuleerd',
  'anulowane',
  'anulowano',
  'anulowany',
];

/** All of the money was given back. */
export const refundedWords: readonly string[] = [
  'refunded',
  'wc-refunded',
  'fully refunded',
  'erstattet',
  'zurückerstattet',
  'rückerstattet',
  'remboursé',
  'remboursée',
  'rembourse',
  'reembolsado',
  'reembolsada',
  'rimborsato',
  'rimborsata',
  'terugbetaald',
  'zwrócone',
  'zwrócono',
];

/** There never was a sale: it failed, or was never finished. */
export const failedWords: readonly string[] = [
  'failed',
  'wc-failed',
  'payment error',
  'payment failed',
  'declined',
  'expired',
  'abandoned',
  'draft',
  'checkout-draft',
  'wc-checkout-draft',
  'trash',
  'incomplete',
  'fraud',
  'suspected fraud',
  'fehlgeschlagen',
  'zahlung fehlgeschlagen',
  'fehler bei der bezahlung',
  'entwurf',
  'abgelehnt',
  'échoué',
  'échouée',
  'echoue',
  'erreur de paiement',
  'paiement refusé',
  'brouillon',
  'fallido',
  'fallida',
  'error en el pago',
  'error de pago',
  'borrador',
  'rechazado',
  'rechazada',
  'fallito',
  'errore di pagamento',
  'errore pagamento',
  'bozza',
  'rifiutato',
  'mislukt',
  'betaalfout',
  'betaling mislukt',
  'concept',
  'geweigerd',
  'nieudane',
  'odrzucone',
];

/** Rows that give back what other rows sold. */
export const refundKindWords: readonly string[] = [
  'refund',
  'return',
  'credit',
  'credit note',
  'retoure',
  'rückgabe',
  'gutschrift',
  'erstattung',
  'retour',
  'remboursement',
  'avoir',
  'reembolso',
  'devolución',
  'devolucion',
  'abono',
  'rimborso',
  'reso',
  'nota di credito',
  'terugbetaling',
  'creditnota',
];

/** Words that make another mean only a part, or its opposite. */
const qualified =
  /(?<!\p{L})(?:part\p{L}*|teil\p{L}*|parzial\p{L}*|parcial\p{L}*|gedeelt\p{L}*|częściow\p{L}*|not|nicht|non?|nie|un)(?!\p{L})/iu;

/** Of the values of a column those that hold one of the words, such as `Storniert / Abgelehnt`. */
export function valuesHolding(values: readonly string[], words: readonly string[]): string[] {
  const known = new Set(words);
  return values.filter((value) => {
    const lower = value.trim().toLowerCase();
    if (known.has(lower) || qualified.test(lower)) return false;
    return lower.split(/[^\p{L}\p{N}]+/u).some((word) => known.has(word));
  });
}
