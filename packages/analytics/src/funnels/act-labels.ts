import type { ModelLanguage } from '@olympus/semantic';

const labels: Readonly<Record<string, Readonly<Record<ModelLanguage, string>>>> = {
  'page.viewed': { en: 'Page seen', de: 'Seite gesehen' },
  'product.viewed': { en: 'Product seen', de: 'Produkt gesehen' },
  'product.added': { en: 'Put into the cart', de: 'In den Warenkorb gelegt' },
  'cart.updated': { en: 'Cart changed', de: 'Warenkorb geändert' },
  'checkout.started': { en: 'Checkout started', de: 'Kasse betreten' },
  'user.logged_in': { en: 'Logged in', de: 'Angemeldet' },
  'order.placed': { en: 'Order placed', de: 'Bestellung aufgegeben' },
  'order.first': { en: 'First order', de: 'Erste Bestellung' },
  'order.second': { en: 'Second order', de: 'Zweite Bestellung' },
  'order.repeated': { en: 'Repeat order', de: 'Folgebestellung' },
  'order.refunded': { en: 'Order refunded', de: 'Bestellung erstattet' },
  'order.cancelled': { en: 'Order cancelled', de: 'Bestellung storniert' },
  'payment.processed': { en: 'Payment made', de: 'Zahlung erfolgt' },
  'payment.failed': { en: 'Payment failed', de: 'Zahlung fehlgeschlagen' },
  'feedback.submitted': { en: 'Review given', de: 'Bewertung abgegeben' },
  'experiment.exposed': { en: 'Variant of an experiment seen', de: 'Testvariante gesehen' },
  'conversation.started': { en: 'Support conversation started', de: 'Supportgespräch begonnen' },
  'message.sent': { en: 'Support message', de: 'Supportnachricht' },
  'conversation.closed': { en: 'Support conversation closed', de: 'Supportgespräch beendet' },
};

/** What an act is called; event types of the tenant's own by their name. */
export const labelOfAct = (act: string, language: ModelLanguage): string =>
  Object.hasOwn(labels, act) ? (labels[act]?.[language] ?? act) : act;
