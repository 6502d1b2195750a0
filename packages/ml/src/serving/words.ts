import type { FeatureGroup, History } from '../features/feature.js';
import { features, gapOf, recencyOf, valuesOf } from '../features/features.js';

export interface Wording {
  readonly language: 'en' | 'de';
  readonly locale: string;
  readonly currency: string;
}

const featureOf = (history: History, name: string): number =>
  valuesOf(history)[features.findIndex((feature) => feature.name === name)] ?? Number.NaN;

function days(count: number, { language }: Wording, dative = false): string {
  const whole = Math.round(count);
  if (language === 'en') return whole === 1 ? '1 day' : `${whole} days`;
  if (whole === 1) return dative ? '1 Tag' : '1 Tag';
  return `${whole} ${dative ? 'Tagen' : 'Tage'}`;
}

/** One sentence about what a group of features says of a customer. */
export function factorInWords(group: FeatureGroup, history: History, wording: Wording): string {
  const { language, locale, currency } = wording;
  const en = language === 'en';
  const number = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 1 });
  const share = (value: number) =>
    value.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 0 });
  const money = (value: number) =>
    value.toLocaleString(locale, { style: 'currency', currency, maximumFractionDigits: 0 });
  switch (group) {
    case 'rhythm': {
      const gap = gapOf(history);
      const recency = recencyOf(history);
      if (Number.isNaN(gap)) {
        return en
          ? `Ordered once, ${days(recency, wording)} ago`
          : `Einmal bestellt, vor ${days(recency, wording, true)}`;
      }
      return en
        ? `Usually orders every ${days(gap, wording)}, last order ${days(recency, wording)} ago`
        : `Bestellt üblicherweise alle ${days(gap, wording)}, letzte Bestellung vor ${days(recency, wording, true)}`;
    }
    case 'activity': {
      const recent = featureOf(history, 'order_days_90');
      const all = featureOf(history, 'order_days');
      return en
        ? `Ordered on ${days(recent, wording)} of the last 90, ${number(all)} in all`
        : `An ${days(recent, wording, true)} der letzten 90 bestellt, insgesamt an ${number(all)}`;
    }
    case 'spend': {
      const recent = money(featureOf(history, 'spend_90'));
      const all = money(history.spend);
      return en
        ? `Spent ${recent} in the last 90 days, ${all} in all`
        : `${recent} in den letzten 90 Tagen ausgegeben, insgesamt ${all}`;
    }
    case 'basket': {
      const products = number(featureOf(history, 'products'));
      const units = number(featureOf(history, 'units'));
      return en
        ? `${products} products and ${units} units an order`
        : `${products} Produkte und ${units} Stück je Bestellung`;
    }
    case 'returns': {
      const taken = share(featureOf(history, 'return_share'));
      return en ? `${taken} of purchases taken back` : `${taken} der Käufe zurückgenommen`;
    }
    case 'discounts': {
      const discount = share(featureOf(history, 'discount_share'));
      return en ? `Bought at ${discount} discount` : `Mit ${discount} Rabatt gekauft`;
    }
    case 'visits': {
      const visits = number(featureOf(history, 'visits_30'));
      return en
        ? `${visits} visits in the last 30 days`
        : `${visits} Besuche in den letzten 30 Tagen`;
    }
    case 'age': {
      const tenure = days(featureOf(history, 'tenure'), wording, true);
      return en ? `First ordered ${tenure} ago` : `Erste Bestellung vor ${tenure}`;
    }
  }
}
