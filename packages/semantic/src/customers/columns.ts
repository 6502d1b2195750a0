/** What a column of the list of customers holds. `date`: an instant; `days`: whole calendar days. */
export type CustomerColumnType =
  | 'text'
  | 'date'
  | 'count'
  | 'number'
  | 'currency'
  | 'days'
  | 'word';

/** A column of the list of customers. */
export interface CustomerColumn<Name extends string = string> {
  readonly name: Name;
  readonly type: CustomerColumnType;
  readonly label: { readonly en: string; readonly de: string };
  /** Counts only what lies in the period asked for, where one was. */
  readonly inPeriod?: true;
}

const column = <const Name extends string>(
  name: Name,
  type: CustomerColumnType,
  en: string,
  de: string,
) => ({ name, type, label: { en, de } });

const summed = <const Name extends string>(
  name: Name,
  type: CustomerColumnType,
  en: string,
  de: string,
) => ({ ...column(name, type, en, de), inPeriod: true as const });

/** Everything that the list of customers can show, be sorted by and be narrowed by. */
export const customerColumns = [
  column('customer_key', 'text', 'Customer', 'Kunde'),
  column('country', 'text', 'Country', 'Land'),
  column('city', 'text', 'City', 'Ort'),
  column('segment', 'text', 'Own segment', 'Eigenes Segment'),
  column('first_order', 'date', 'First order', 'Erste Bestellung'),
  column('last_order', 'date', 'Last order', 'Letzte Bestellung'),
  column('days_since_last_order', 'days', 'Days since last order', 'Tage seit letzter Bestellung'),
  summed('orders', 'count', 'Orders', 'Bestellungen'),
  summed('units', 'number', 'Units', 'Stück'),
  summed('revenue', 'currency', 'Revenue', 'Umsatz'),
  summed('average_order_value', 'currency', 'Average order', 'Ø Bestellwert'),
  summed('discounts', 'currency', 'Discounts', 'Rabatte'),
  summed('refunds', 'currency', 'Refunds', 'Erstattungen'),
  column('rfm_segment', 'word', 'RFM segment', 'RFM-Segment'),
  column('spend_segment', 'word', 'Spend segment', 'Ausgabensegment'),
  column('recency_score', 'number', 'Recency score', 'Aktualitätswert'),
  column('frequency_score', 'number', 'Frequency score', 'Häufigkeitswert'),
  column('monetary_score', 'number', 'Money score', 'Geldwert'),
  column('value_score', 'number', 'Value score', 'Gesamtwert'),
] as const satisfies readonly CustomerColumn[];

export type CustomerColumnName = (typeof customerColumns)[number]['name'];

const byName: ReadonlyMap<string, CustomerColumn<CustomerColumnName>> = new Map(
  customerColumns.map((one) => [one.name, one]),
);

/** The column of that name, if there is one. */
export const customerColumn = (name: string): CustomerColumn<CustomerColumnName> | undefined =>
  byName.get(name);
