import { absent, is, present, sum, sumOfKnown } from './conditions.js';
import type { Metric } from './declarations.js';
import { difference, measured, negated, ratio } from './metric.js';

/** A line whose cost is known, or an amount of the whole order, which has no cost. */
const costKnown = { any: [present('cost'), absent('product_id')] };

/** Money from selling: the `sales` ledger. Revision rows bear no amounts and so need no condition. */
export const salesMetrics: readonly Metric[] = [
  measured('revenue', sum('sales', 'net'), {
    label: 'Revenue',
    description:
      'What customers were charged for goods after discounts, less refunds and cancellations; without tax and shipping',
    unit: 'currency',
    polarity: 'up_good',
    synonyms: {
      en: ['revenue', 'sales', 'turnover', 'net revenue', 'net sales', 'income'],
      de: ['Umsatz', 'Erlös', 'Nettoumsatz', 'Einnahmen'],
    },
    formula: 'sum of net over sales, refunds and cancellations',
  }),
  measured('gross_sales', sum('sales', 'gross', is('entry', 'sale')), {
    label: 'Gross sales',
    description:
      'Quantity × price of everything ordered, before discounts, refunds and cancellations',
    unit: 'currency',
    polarity: 'up_good',
    synonyms: { en: ['gross sales', 'gross revenue'], de: ['Bruttoumsatz'] },
    formula: 'sum of gross over sales',
  }),
  measured('sales_before_returns', sum('sales', 'net', is('entry', 'sale')), {
    label: 'Sales before returns',
    description: 'What customers were charged after discounts, before refunds and cancellations',
    unit: 'currency',
    polarity: 'up_good',
    synonyms: { en: ['sales before returns', 'booked sales'], de: ['Umsatz vor Retouren'] },
    formula: 'sum of net over sales',
    part: true,
  }),
  negated('refunds', sum('sales', 'net', is('entry', 'refund')), {
    label: 'Refunds',
    description: 'Money given back to customers, as a positive amount, when it was given back',
    unit: 'currency',
    polarity: 'down_good',
    synonyms: {
      en: ['refunds', 'returns', 'refunded amount'],
      de: ['Erstattungen', 'Rückerstattungen', 'Retouren'],
    },
    formula: '− sum of net over refunds',
  }),
  negated('cancelled_amount', sum('sales', 'net', is('entry', 'cancellation')), {
    label: 'Cancelled amount',
    description:
      'Sales taken back by cancellations, as a positive amount, when they were cancelled',
    unit: 'currency',
    polarity: 'down_good',
    synonyms: { en: ['cancelled amount', 'cancelled sales'], de: ['stornierter Betrag'] },
    formula: '− sum of net over cancellations',
  }),
  ratio('refund_rate', 'refunds', 'sales_before_returns', {
    label: 'Refund rate',
    description: 'Share of sales that was given back in the same span of time',
    unit: 'ratio',
    polarity: 'down_good',
    synonyms: {
      en: ['refund rate', 'return rate', 'share of refunds'],
      de: ['Erstattungsquote', 'Retourenquote'],
    },
    formula: 'refunds ÷ sales before returns',
  }),
  measured('discounts', sum('sales', 'discount'), {
    label: 'Discounts',
    description: 'Taken off gross amounts, less what refunds and cancellations took back',
    unit: 'currency',
    polarity: 'neutral',
    synonyms: { en: ['discounts', 'reductions', 'rebates'], de: ['Rabatte', 'Nachlässe'] },
    formula: 'sum of discount over sales, refunds and cancellations',
  }),
  measured('cost', sumOfKnown('sales', 'cost'), {
    label: 'Cost of goods',
    description: 'Cost of the goods sold, where it is known',
    unit: 'currency',
    polarity: 'down_good',
    synonyms: {
      en: ['cost', 'costs', 'cost of goods', 'cogs'],
      de: ['Kosten', 'Wareneinsatz', 'Warenkosten'],
    },
    formula: 'sum of cost over sales, refunds and cancellations; unknown where no line has one',
  }),
  measured('revenue_with_cost', sum('sales', 'net', costKnown), {
    label: 'Revenue with known cost',
    description: 'The part of revenue from lines whose cost is known; what margins are measured on',
    unit: 'currency',
    polarity: 'neutral',
    synonyms: { en: ['revenue with known cost'], de: ['Umsatz mit bekannten Kosten'] },
    formula: 'sum of net over lines with a cost and amounts of whole orders',
    part: true,
  }),
  difference('gross_margin', 'revenue_with_cost', 'cost', {
    label: 'Gross margin',
    description: 'Revenue less the cost of the goods, over the lines whose cost is known',
    unit: 'currency',
    polarity: 'up_good',
    synonyms: {
      en: ['gross margin', 'gross profit', 'margin', 'profit'],
      de: ['Rohertrag', 'Bruttomarge', 'Deckungsbeitrag', 'Gewinn'],
    },
    formula: 'revenue with known cost − cost of goods',
  }),
  ratio('gross_margin_rate', 'gross_margin', 'revenue_with_cost', {
    label: 'Gross margin rate',
    description: 'Gross margin as a share of the revenue it was made on',
    unit: 'ratio',
    polarity: 'up_good',
    synonyms: {
      en: ['gross margin rate', 'margin rate', 'margin percentage', 'profit margin'],
      de: ['Margenquote', 'Rohertragsquote', 'Handelsspanne'],
    },
    formula: 'gross margin ÷ revenue with known cost',
  }),
  measured('units', sum('sales', 'quantity'), {
    label: 'Units',
    description: 'Units sold, less those refunded and cancelled',
    unit: 'number',
    polarity: 'up_good',
    synonyms: {
      en: ['units', 'units sold', 'quantity', 'items sold', 'volume'],
      de: ['Stück', 'Menge', 'Absatz', 'verkaufte Artikel'],
    },
    formula: 'sum of quantity over sales, refunds and cancellations',
  }),
  measured('units_ordered', sum('sales', 'quantity', is('entry', 'sale')), {
    label: 'Units ordered',
    description: 'Units sold, before refunds and cancellations',
    unit: 'number',
    polarity: 'up_good',
    synonyms: { en: ['units ordered'], de: ['bestellte Stück'] },
    formula: 'sum of quantity over sales',
    part: true,
  }),
  measured('tax', sum('sales', 'tax'), {
    label: 'Tax',
    description: 'Tax charged, less tax given back',
    unit: 'currency',
    polarity: 'neutral',
    synonyms: { en: ['tax', 'vat', 'sales tax'], de: ['Steuer', 'Mehrwertsteuer'] },
    formula: 'sum of tax over sales, refunds and cancellations',
  }),
  measured('shipping', sum('sales', 'shipping'), {
    label: 'Shipping',
    description: 'Shipping charged to customers, less what was given back',
    unit: 'currency',
    polarity: 'neutral',
    synonyms: { en: ['shipping', 'delivery charges', 'freight'], de: ['Versand', 'Versandkosten'] },
    formula: 'sum of shipping over sales, refunds and cancellations',
  }),
];
