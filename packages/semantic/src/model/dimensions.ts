import { calendarDimensions } from './calendar-dimensions.js';
import type { Dimension, DimensionSource } from './declarations.js';
import { dimension } from './dimension.js';
import { firstDimensions } from './first-dimensions.js';
import { predictedDimensions } from './predicted-dimensions.js';

const key = (entity: string): DimensionSource => ({ kind: 'key', entity });
const attribute = (entity: string, column: string): DimensionSource => ({
  kind: 'attribute',
  entity,
  column,
});
const of = (
  columns: Extract<DimensionSource, { kind: 'columns' }>['columns'],
): DimensionSource => ({
  kind: 'columns',
  columns,
});

const products: readonly Dimension[] = [
  dimension('product.id', 'Product', 'Identifier of the product', key('product'), {
    en: ['product id', 'sku', 'article number'],
    de: ['Artikelnummer', 'Produktnummer'],
  }),
  dimension('product.name', 'Product name', 'Name of the product', attribute('product', 'name'), {
    en: ['product', 'item', 'article', 'products'],
    de: ['Produkt', 'Artikel', 'Produkte'],
  }),
  dimension(
    'product.category',
    'Category',
    'Category of the product',
    attribute('product', 'category'),
    {
      en: ['category', 'categories', 'product group', 'department'],
      de: ['Kategorie', 'Kategorien', 'Warengruppe', 'Sortiment'],
    },
  ),
  dimension('product.brand', 'Brand', 'Brand of the product', attribute('product', 'brand'), {
    en: ['brand', 'brands', 'manufacturer', 'label'],
    de: ['Marke', 'Marken', 'Hersteller'],
  }),
];

const locations: readonly Dimension[] = [
  dimension('location.id', 'Location', 'Identifier of the location', key('location'), {
    en: ['location id', 'store id'],
    de: ['Filialnummer', 'Standortnummer'],
  }),
  dimension(
    'location.name',
    'Location name',
    'Name of the shop, branch or warehouse',
    attribute('location', 'name'),
    {
      en: ['location', 'store', 'shop', 'branch', 'warehouse', 'stores'],
      de: ['Standort', 'Filiale', 'Laden', 'Geschäft', 'Lager', 'Filialen'],
    },
  ),
  dimension(
    'location.country',
    'Location country',
    'Country the location lies in',
    attribute('location', 'country'),
    { en: ['store country'], de: ['Land der Filiale'] },
  ),
  dimension(
    'location.city',
    'Location city',
    'City the location lies in',
    attribute('location', 'city'),
    { en: ['store city'], de: ['Stadt der Filiale'] },
  ),
];

const customers: readonly Dimension[] = [
  dimension('customer.key', 'Customer', 'Pseudonymous key of the customer', key('customer'), {
    en: ['customer', 'buyer', 'client'],
    de: ['Kunde', 'Kundin', 'Käufer'],
  }),
  dimension(
    'customer.country',
    'Country',
    'Country of the customer: as the order says, else as the customer’s record says',
    { kind: 'attribute', entity: 'customer', column: 'country', own: { sales: 'country' } },
    { en: ['country', 'countries', 'market', 'nation'], de: ['Land', 'Länder', 'Markt'] },
  ),
  dimension('customer.city', 'City', 'City of the customer', attribute('customer', 'city'), {
    en: ['city', 'town', 'cities'],
    de: ['Stadt', 'Ort', 'Städte'],
  }),
  dimension(
    'customer.segment',
    'Segment',
    'Segment the business put the customer in',
    attribute('customer', 'segment'),
    { en: ['segment', 'customer group', 'tier'], de: ['Segment', 'Kundengruppe'] },
  ),
  dimension(
    'customer.birth_decade',
    'Birth decade',
    'Decade of the customer’s birth: 1980 is 1980 to 1989',
    { kind: 'attribute', entity: 'customer', column: 'birth_year', band: 10 },
    { en: ['age group', 'generation', 'birth decade'], de: ['Altersgruppe', 'Jahrgang'] },
    'integer',
  ),
];

const selling: readonly Dimension[] = [
  dimension(
    'channel',
    'Channel',
    'Where the customer met the business: web, app, store, …',
    of({ sales: 'channel', sessions: 'channel', feedback: 'channel' }),
    { en: ['channel', 'sales channel', 'channels'], de: ['Kanal', 'Vertriebskanal', 'Kanäle'] },
  ),
  dimension(
    'currency',
    'Currency',
    'Currency the customer paid in; amounts are in the tenant’s own',
    of({ sales: 'currency', payments: 'currency', spend: 'currency' }),
    { en: ['currency'], de: ['Währung'] },
  ),
  dimension(
    'promotion',
    'Promotion',
    'Promotion that applied to the order',
    of({ sales: 'promotion_id' }),
    { en: ['promotion', 'coupon', 'offer', 'promo'], de: ['Aktion', 'Gutschein', 'Angebot'] },
  ),
];

const paying: readonly Dimension[] = [
  dimension(
    'payment.method',
    'Payment method',
    'Card, cash, invoice, …',
    of({ payments: 'method' }),
    { en: ['payment method', 'payment type'], de: ['Zahlungsart', 'Zahlart'] },
  ),
  dimension(
    'payment.provider',
    'Payment provider',
    'Who carried out the payment',
    of({ payments: 'provider' }),
    { en: ['payment provider', 'processor'], de: ['Zahlungsanbieter'] },
  ),
  dimension(
    'payment.failure_code',
    'Failure code',
    'Why the payment failed',
    of({ payments: 'failure_code' }),
    { en: ['failure reason', 'decline code'], de: ['Fehlergrund', 'Ablehnungsgrund'] },
  ),
];

const visiting: readonly Dimension[] = [
  dimension('session.device', 'Device', 'Kind of device', of({ sessions: 'device' }), {
    en: ['device', 'device type'],
    de: ['Gerät', 'Endgerät'],
  }),
  dimension('session.action', 'Action', 'What the visitor did', of({ sessions: 'action' }), {
    en: ['action', 'event type'],
    de: ['Aktion des Besuchers'],
  }),
  dimension('session.path', 'Page', 'Path of the page seen', of({ sessions: 'path' }), {
    en: ['page', 'path', 'url'],
    de: ['Seite', 'Pfad'],
  }),
  dimension(
    'session.referrer',
    'Referrer',
    'Where visits came from',
    of({ sessions: 'referrer' }),
    {
      en: ['referrer', 'referring site'],
      de: ['Herkunft', 'Verweis'],
    },
  ),
  dimension('session.utm_source', 'UTM source', 'Campaign source', of({ sessions: 'utm_source' }), {
    en: ['source', 'traffic source'],
    de: ['Quelle', 'Besucherquelle'],
  }),
  dimension('session.utm_medium', 'UTM medium', 'Campaign medium', of({ sessions: 'utm_medium' }), {
    en: ['medium'],
    de: ['Medium'],
  }),
  dimension(
    'session.utm_campaign',
    'UTM campaign',
    'Campaign name',
    of({ sessions: 'utm_campaign' }),
    { en: ['campaign name'], de: ['Kampagnenname'] },
  ),
];

const others: readonly Dimension[] = [
  dimension(
    'feedback.language',
    'Language',
    'Language of the review',
    of({ feedback: 'language' }),
    {
      en: ['review language'],
      de: ['Sprache der Bewertung'],
    },
  ),
  dimension('campaign.id', 'Campaign', 'Advertising campaign', key('campaign'), {
    en: ['campaign', 'ad campaign'],
    de: ['Kampagne', 'Werbekampagne'],
  }),
  dimension(
    'campaign.channel',
    'Advertising channel',
    'Where the advertising ran: search, social, …',
    of({ spend: 'channel' }),
    { en: ['ad channel', 'advertising channel'], de: ['Werbekanal'] },
  ),
];

/** Everything that facts can be grouped and filtered by. */
export const dimensions: readonly Dimension[] = [
  ...products,
  ...locations,
  ...customers,
  ...firstDimensions,
  ...predictedDimensions,
  ...selling,
  ...paying,
  ...visiting,
  ...others,
  ...calendarDimensions,
];
