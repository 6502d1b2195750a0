import type { Synonyms } from '@olympus/language';

/** Every way to say a verb with its object and place: "added something to the cart". */
const spoken = (...parts: readonly (readonly string[])[]): readonly string[] =>
  parts.reduce<readonly string[]>(
    (phrases, words) =>
      phrases.flatMap((phrase) => words.map((word) => `${phrase} ${word}`.trim())),
    [''],
  );
const something = ['', 'something', 'things', 'items', 'products', 'stuff', 'a product'];

/** What acts are called in questions, beside their labels; verbs in the forms that are asked with. */
export const actWords: Readonly<Record<string, Synonyms>> = {
  'order.placed': {
    en: [
      'order',
      'orders',
      'number of orders',
      'ordered',
      'ordering',
      'place an order',
      'placed an order',
      'placing an order',
      'purchase',
      'purchases',
      'purchased',
      'buy',
      'buys',
      'bought',
      'buying',
      'order completion',
      'completed order',
      'completed orders',
      'complete an order',
      'completed an order',
      'complete the order',
      'completed the order',
      'finish the order',
      'finished the order',
    ],
    de: [
      'Bestellung',
      'Bestellungen',
      'bestellt',
      'bestellte',
      'bestellten',
      'bestellen',
      'Kauf',
      'Käufe',
      'kaufen',
      'kauft',
      'kaufte',
      'kauften',
      'gekauft',
      'Einkauf',
    ],
  },
  'page.viewed': {
    en: [
      'visit',
      'visits',
      'visited',
      'page view',
      'page views',
      'viewed a page',
      'view a page',
      'saw a page',
      'visiting',
      'visited the shop',
    ],
    de: ['Besuch', 'Besuche', 'besucht', 'Seitenaufruf', 'Seitenaufrufe', 'Shopbesuch'],
  },
  'product.viewed': {
    en: [
      'product view',
      'product views',
      'product page',
      'product page view',
      'viewed a product',
      'viewed product',
      'view a product',
      'viewing a product',
      'looked at a product',
      'looking at a product',
      'look at a product',
      'saw a product',
      'product detail page',
    ],
    de: [
      'Produktansicht',
      'Produktansichten',
      'Produktaufruf',
      'Produktseite',
      'Produkt angesehen',
      'Produkte angesehen',
      'ein Produkt angesehen',
      'ein Produkt ansehen',
      'ein Produkt ansahen',
      'Produkt ansahen',
      'Produkt gesehen',
    ],
  },
  'product.added': {
    en: [
      'cart',
      'carts',
      'basket',
      'add to cart',
      'added to cart',
      'adding to cart',
      'adds to cart',
      'add to the cart',
      'added to the cart',
      'adding to the cart',
      'add to basket',
      'added to basket',
      'added to the basket',
      'put something in the cart',
      'put something into the cart',
      'added something to the cart',
      'added a product to the cart',
      'cart addition',
      ...spoken(
        ['add', 'adds', 'added', 'adding', 'put', 'puts', 'putting'],
        something,
        ['to', 'in', 'into'],
        ['', 'the', 'their', 'a'],
        ['cart', 'basket'],
      ),
    ],
    de: [
      'Warenkorb',
      'Warenkörbe',
      'in den Warenkorb legen',
      'in den Warenkorb gelegt',
      'in den Warenkorb legten',
      'etwas in den Warenkorb legten',
      'etwas in den Warenkorb gelegt',
      'etwas in den Warenkorb legen',
      'legten etwas in den Warenkorb',
      'legen etwas in den Warenkorb',
      'legten Produkte in den Warenkorb',
      'zum Warenkorb hinzugefügt',
    ],
  },
  'checkout.started': {
    en: [
      'checkout',
      'check out',
      'checkouts',
      'started checkout',
      'start checkout',
      'starting checkout',
      'started the checkout',
      'began checkout',
      'reached the checkout',
      'reached checkout',
      ...spoken(
        [
          'start',
          'starts',
          'started',
          'begin',
          'began',
          'reach',
          'enter',
          'entered',
          'go to',
          'went to',
          'get to',
          'got to',
        ],
        ['', 'the'],
        ['checkout'],
      ),
    ],
    de: ['Kasse', 'Checkout', 'zur Kasse gegangen', 'zur Kasse gingen', 'Kassengang'],
  },
  'user.logged_in': {
    en: ['login', 'log in', 'logged in', 'sign in', 'signed in'],
    de: ['Anmeldung', 'angemeldet', 'eingeloggt', 'Login'],
  },
  'payment.processed': { en: ['payment', 'payments'], de: ['Zahlung', 'Zahlungen'] },
  'payment.failed': { en: ['failed payment', 'failed payments'], de: ['fehlgeschlagene Zahlung'] },
  'order.refunded': { en: ['refund', 'refunded'], de: ['Erstattung', 'erstattet'] },
  'order.cancelled': { en: ['cancellation', 'cancelled'], de: ['Stornierung', 'storniert'] },
  'feedback.submitted': {
    en: ['review', 'reviewed', 'left a review', 'wrote a review'],
    de: ['Bewertung', 'bewertet'],
  },
  'conversation.started': {
    en: ['contacted support', 'support conversation'],
    de: ['Support kontaktiert', 'Supportanfrage'],
  },
};

/** What segments of customers are called, beside their labels. */
export const segmentWords: Readonly<Record<string, Synonyms>> = {
  'rfm:champions': { en: ['champion'], de: ['Champion'] },
  'rfm:loyal': { en: ['loyal customers'], de: ['treue Kunden', 'treuen Kunden', 'Treuen'] },
  'rfm:at_risk': {
    en: ['at risk customers', 'at risk of leaving'],
    de: ['gefährdete Kunden', 'gefährdeten Kunden', 'gefährdet'],
  },
  'rfm:lost': { en: ['lost customers'], de: ['verlorene Kunden', 'verlorenen Kunden'] },
  'rfm:cannot_lose': { en: ['cannot lose', 'can t lose', 'can t lose them'], de: [] },
  'rfm:hibernating': { en: ['hibernating customers', 'sleeping'], de: ['schlafende Kunden'] },
  'spend:vip_active': {
    en: ['vip', 'vips', 'vip customers', 'active vip', 'active vips', 'active vip customers'],
    de: ['VIP', 'VIPs', 'VIP Kunden', 'aktive VIPs'],
  },
  'spend:high_value': {
    en: ['high value customers', 'valuable customers'],
    de: ['Kunden mit hohem Wert', 'wertvolle Kunden'],
  },
  'spend:at_risk': {
    en: ['at risk customers', 'at risk of leaving'],
    de: ['gefährdete', 'gefährdete Kunden', 'gefährdeten Kunden'],
  },
};

/** Segments whose labels are everyday words of other questions, so that nothing is read into them. */
export const unspokenSegments: ReadonlySet<string> = new Set([
  'rfm:new',
  'rfm:lost',
  'rfm:promising',
  'spend:new_customer',
  'spend:regular',
]);

/** Figures of a customer that conditions and order name. */
export const columnWords: Readonly<Record<string, Synonyms>> = {
  orders: {
    en: ['orders', 'purchases', 'number of orders'],
    de: ['Bestellungen', 'Käufe', 'Käufen'],
  },
  units: { en: ['units', 'items', 'products bought'], de: ['Stück', 'Artikel', 'Artikeln'] },
  revenue: {
    en: ['revenue', 'turnover', 'spend', 'spending', 'sales'],
    de: ['Umsatz', 'Ausgaben'],
  },
  average_order_value: {
    en: ['average order', 'average order value', 'aov', 'average basket'],
    de: ['durchschnittlicher Bestellwert', 'durchschnittlichem Bestellwert', 'Bestellwert'],
  },
  discounts: { en: [], de: [] },
  refunds: { en: ['refunds'], de: ['Erstattungen'] },
  days_since_last_order: { en: [], de: [] },
  first_order: { en: [], de: [] },
  last_order: { en: [], de: [] },
  rfm_segment: { en: [], de: [] },
  spend_segment: { en: [], de: [] },
};
