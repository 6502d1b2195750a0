import type { Definition } from '../definition/definition.js';
import type { AlertModel } from '../reading/ports.js';

/** An alert to start from. */
export interface Template extends Definition {
  /** Stands for it whatever its name. */
  readonly template: string;
}

type Language = 'en' | 'de';

const blank = {
  filters: [],
  group_by: null,
  for: 1,
  hours: null,
  quiet: null,
  severity: 'warning',
  owner: '',
  description: '',
  channels: [],
  escalation: null,
  enabled: true,
} as const;

const names: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  revenue_far_below: { en: 'Revenue far below the usual', de: 'Umsatz weit unter dem Üblichen' },
  no_orders: { en: 'No orders while the shop is open', de: 'Keine Bestellungen zur Öffnungszeit' },
  failed_payments: {
    en: 'Payments fail unusually often',
    de: 'Zahlungen schlagen auffällig oft fehl',
  },
  refund_spike: { en: 'Unusually many refunds', de: 'Auffällig viele Erstattungen' },
  out_of_stock: { en: 'Sold out', de: 'Ausverkauft' },
};

const band = (direction: 'above' | 'below') =>
  ({ kind: 'band', direction, sensitivity: 'medium' }) as const;

const candidates: readonly Omit<Template, 'name'>[] = [
  {
    ...blank,
    template: 'revenue_far_below',
    metric: 'revenue',
    window: 'day',
    rule: band('below'),
  },
  {
    ...blank,
    template: 'no_orders',
    metric: 'orders',
    window: '60m',
    rule: { kind: 'no_data', minutes: 240 },
    hours: { days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '21:00' },
    severity: 'critical',
  },
  {
    ...blank,
    template: 'failed_payments',
    metric: 'payment_failure_rate',
    window: 'day',
    rule: band('above'),
    severity: 'critical',
  },
  { ...blank, template: 'refund_spike', metric: 'refunds', window: 'day', rule: band('above') },
  {
    ...blank,
    template: 'out_of_stock',
    metric: 'stock_on_hand',
    group_by: 'product.name',
    window: 'day',
    rule: { kind: 'threshold', direction: 'below', level: 1 },
    severity: 'info',
  },
];

/** Alerts that the business's model can answer, named in its language. */
export function templatesFor(model: AlertModel, language: string): readonly Template[] {
  const known = new Set(model.metrics.map(({ name }) => name));
  const named = language === 'de' ? 'de' : 'en';
  return candidates
    .filter(({ metric }) => known.has(metric))
    .map((one) => ({ ...one, name: names[one.template]?.[named] ?? one.template }));
}
