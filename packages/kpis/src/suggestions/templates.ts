import type { KpiCalendar } from '../calendar/period.js';

/** Kinds of business that KPIs are proposed for. */
export const templateIds = ['shop', 'restaurants', 'subscription'] as const;
export type TemplateId = (typeof templateIds)[number];

export interface TemplateKpi {
  readonly metric: string;
  readonly calendar: KpiCalendar;
}

/** What such businesses steer by, the most telling first; metrics without data are left out. */
export const templates: Readonly<Record<TemplateId, readonly TemplateKpi[]>> = {
  shop: [
    { metric: 'revenue', calendar: 'month' },
    { metric: 'conversion_rate', calendar: 'month' },
    { metric: 'new_customers', calendar: 'month' },
    { metric: 'average_order_value', calendar: 'month' },
    { metric: 'gross_margin_rate', calendar: 'month' },
    { metric: 'orders', calendar: 'week' },
  ],
  restaurants: [
    { metric: 'revenue', calendar: 'week' },
    { metric: 'orders', calendar: 'day' },
    { metric: 'average_order_value', calendar: 'week' },
    { metric: 'average_rating', calendar: 'month' },
    { metric: 'gross_margin_rate', calendar: 'month' },
  ],
  subscription: [
    { metric: 'revenue', calendar: 'month' },
    { metric: 'returning_customers', calendar: 'month' },
    { metric: 'payment_failure_rate', calendar: 'month' },
    { metric: 'new_customers', calendar: 'month' },
    { metric: 'orders_per_customer', calendar: 'quarter' },
  ],
};
