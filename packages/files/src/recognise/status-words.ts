/** What a status says about an order; in English, German, French, Spanish, Italian and Dutch. */
export const cancelledWords: readonly string[] = [
  'cancelled', 'canceled', 'voided', 'void', 'wc-cancelled',
  'storniert', 'abgebrochen', 'annulé', 'annulée', 'annule', 'annulee', 'cancelado', 'cancelada', 'anulado', 'anulada',
  'annullato', 'annullata', 'geannuleerd',
];

/** All of the money was given back. */
export const refundedWords: readonly string[] = [
  'refunded', 'wc-refunded', 'fully refunded', 'erstattet', 'zurückerstattet', 'rückerstattet', 'remboursé', 'remboursée',
  'rembourse', 'reembolsado', 'reembolsada', 'rimborsato', 'rimborsata', 'terugbetaald',
];

/** There never was a sale: it failed, or was never finished. */
export const failedWords: readonly string[] = [
  'failed', 'wc-failed', 'payment error', 'payment failed', 'declined', 'expired', 'abandoned', 'draft', 'checkout-draft',
  'wc-checkout-draft', 'trash', 'incomplete', 'fraud', 'suspected fraud',
  'fehlgeschlagen', 'zahlung fehlgeschlagen', 'fehler bei der bezahlung', 'entwurf', 'abgelehnt',
  'échoué', 'échouée', 'echoue', 'erreur de paiement', 'paiement refusé', 'brouillon',
  'fallido', 'fallida', 'error en el pago', 'error de pago', 'borrador', 'rechazado', 'rechazada',
  'fallito', 'errore di pagamento', 'errore pagamento', 'bozza', 'rifiutato', 'mislukt', 'betaalfout', 'betaling mislukt', 'concept', 'geweigerd',
];

/** Rows that give back what other rows sold. */
export const refundKindWords: readonly string[] = [
  'refund', 'return', 'credit', 'credit note', 'retoure', 'rückgabe', 'gutschrift', 'erstattung', 'retour', 'remboursement', 'avoir',
  'reembolso', 'devolución', 'devolucion', 'abono', 'rimborso', 'reso', 'nota di credito', 'terugbetaling', 'creditnota',
];
