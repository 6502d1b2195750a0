import type { CustomerDays, PurchaseDay } from '@olympus/semantic';

type Open = { -readonly [Key in keyof PurchaseDay]: PurchaseDay[Key] } & { seen: Set<string> };

/** The fields of a line of CSV; quotes inside of quotes are doubled. */
function fieldsOf(line: string): readonly string[] {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, field = '']) =>
    field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field,
  );
}

/** Customers of Online Retail with what they did by day. @param csv  the data set as text */
export function readOnlineRetail(csv: string): readonly CustomerDays[] {
  const customers = new Map<string, Map<number, Open>>();
  const invoices = new Set<string>();
  for (const line of csv.split(/\r?\n/).slice(1)) {
    const [invoice = '', product = '', , quantity, date = '', price, customer = ''] =
      fieldsOf(line);
    const key = customer.split('.')[0] ?? '';
    if (key === '') continue;
    const days = customers.get(key) ?? new Map<number, Open>();
    customers.set(key, days);
    const day = Math.floor(Date.parse(`${date.replace(' ', 'T')}Z`) / 86_400_000);
    const at = days.get(day) ?? empty(day);
    days.set(day, at);
    const amount = Number(price) * Number(quantity);
    if (invoice.startsWith('C')) {
      at.takenBack -= amount;
      continue;
    }
    if (!invoices.has(`${key} ${invoice}`)) at.orders += 1;
    invoices.add(`${key} ${invoice}`);
    at.net += amount;
    at.gross += amount;
    at.units += Number(quantity);
    at.seen.add(product);
  }
  return [...customers]
    .map(([key, days]) => ({
      key,
      days: [...days.values()]
        .sort((a, b) => a.day - b.day)
        .map(({ seen, ...day }) => ({ ...day, products: seen.size })),
    }))
    .filter(({ days }) => days.some(({ orders }) => orders > 0));
}

const empty = (day: number): Open => ({
  day,
  orders: 0,
  net: 0,
  gross: 0,
  discount: 0,
  takenBack: 0,
  units: 0,
  products: 0,
  visits: 0,
  seen: new Set(),
});
