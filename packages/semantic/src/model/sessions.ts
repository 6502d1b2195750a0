import { countDistinct, is } from './conditions.js';
import type { Metric } from './declarations.js';
import { measured, ratio } from './metric.js';
import { countOrders } from './orders.js';

/** Channels whose orders begin with a visit that the sessions ledger sees. */
const onlineChannels: readonly string[] = ['web', 'app', 'online', 'mobile', 'ecommerce'];

/** Visits, and how many of them become orders. */
export const sessionMetrics: readonly Metric[] = [
  measured('sessions', countDistinct('sessions', 'session_id'), {
    label: 'Sessions',
    description: 'Different visits to the shop online',
    unit: 'count',
    polarity: 'up_good',
    synonyms: {
      en: ['sessions', 'visits', 'traffic'],
      de: ['Sitzungen', 'Besuche', 'Zugriffe'],
    },
    formula: 'different session ids',
  }),
  measured('visitors', countDistinct('sessions', 'visitor_key'), {
    label: 'Visitors',
    description: 'Different people or browsers that visited',
    unit: 'count',
    polarity: 'up_good',
    synonyms: { en: ['visitors', 'unique visitors'], de: ['Besucher', 'Besucherinnen'] },
    formula: 'different visitor keys among sessions',
  }),
  measured('online_orders', countOrders(is('channel', ...onlineChannels)), {
    label: 'Online orders',
    description: `Different orders through ${onlineChannels.join(', ')}`,
    unit: 'count',
    polarity: 'up_good',
    synonyms: { en: ['online orders', 'web orders'], de: ['Onlinebestellungen'] },
    formula: 'different order ids among sales through online channels',
  }),
  ratio('conversion_rate', 'online_orders', 'sessions', {
    label: 'Conversion rate',
    description: 'Online orders a session; orders in shops and on the telephone are left out',
    unit: 'ratio',
    polarity: 'up_good',
    synonyms: {
      en: ['conversion rate', 'conversion', 'cvr'],
      de: ['Konversionsrate', 'Conversion-Rate', 'Umwandlungsrate'],
    },
    formula: 'online orders ÷ sessions',
  }),
];
