import { cents, type ExamLine, type ExamOrder, examOrders, goodsOf, worthOf } from './orders.js';

/** A file as a system would export the orders of the exam, and what it comes to. */
export interface ExamExport {
  readonly system: string;
  readonly name: string;
  readonly content: Uint8Array;
  /** Goods after discounts, less cancellations and refunds. */
  readonly worth: number;
  /** Lines that are no rows. */
  readonly footers?: number;
}

type Cell = string | number;
type Row = readonly Cell[];
const tax = 0.2;

const point = (value: number) => value.toFixed(2);
const comma = (value: number) => value.toFixed(2).replace('.', ',');
const grouped = (value: number, by: string, sign: string) =>
  value
    .toFixed(2)
    .replace('.', sign)
    .replace(/\B(?=(\d{3})+(?!\d))/g, by);
const german = (value: number) => grouped(value, '.', ',');
const polish = (value: number) => grouped(value, ' ', ',');
const swiss = (value: number) => grouped(value, '’', '.');
const american = (value: number) => `$${grouped(value, ',', '.')}`;

const parts = (at: string) => /(\d+)-(\d+)-(\d+) (\d+):(\d+):(\d+)/.exec(at)?.slice(1) ?? [];
const germanTime = (at: string) => {
  const [y, m, d, h, min] = parts(at);
  return `${d}.${m}.${y} ${h}:${min}`;
};
const americanTime = (at: string) => {
  const [y = '', m, d, h, min] = parts(at);
  const half = Number(h) < 12 ? 'AM' : 'PM';
  return `${Number(m)}/${Number(d)}/${y.slice(2)} ${Number(h) % 12 || 12}:${min} ${half}`;
};

function csv(header: readonly string[], rows: readonly Row[], sign = ','): string {
  const cell = (value: Cell) => {
    const text = String(value);
    return text.includes(sign) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [header, ...rows].map((row) => `${row.map(cell).join(sign)}\r\n`).join('');
}

const utf8 = (text: string) => new TextEncoder().encode(text);
/** In one of the code pages of Windows, found by what each byte stands for. */
function codePage(label: string, text: string): Uint8Array {
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [
      new TextDecoder(label).decode(new Uint8Array([byte]), { stream: true }),
      byte,
    ]),
  );
  return Uint8Array.from([...text].map((sign) => bytes.get(sign) ?? 63));
}

const allWorth = cents(examOrders.reduce((sum, one) => sum + worthOf(one), 0));
/**
 * Systems whose export tells a refund by its amount alone: it is of goods, tax and shipping as they
 * were charged.
 */
const worthByAmounts = (total: (one: ExamOrder) => number): number =>
  cents(
    examOrders.reduce((sum, one) => {
      const goods = goodsOf(one) - one.discount;
      return sum + worthOf({ ...one, refund: cents((one.refund * goods) / total(one)) });
    }, 0),
  );
/** Systems whose export tells nothing of refunds: there are none in it. */
const withoutRefunds = examOrders.filter(({ state }) => state === 'paid' || state === 'cancelled');
const worthWithoutRefunds = cents(withoutRefunds.reduce((sum, one) => sum + worthOf(one), 0));

const lineRows = (orders: readonly ExamOrder[], row: (of: Context) => Row): Row[] =>
  orders.flatMap((one) =>
    one.lines.map((line, index) => {
      const gross = cents(line.price * line.quantity);
      // what is taken off the order, spread over its lines
      const share = goodsOf(one) === 0 ? 0 : gross / goodsOf(one);
      const before = one.lines.slice(0, index);
      const spread = (amount: number) => {
        const shared = (to: readonly ExamLine[]) =>
          to.reduce((sum, { price, quantity }) => sum + (price * quantity) / goodsOf(one), 0);
        return cents(cents(amount * shared([...before, line])) - cents(amount * shared(before)));
      };
      return row({ one, line, first: index === 0, gross, share, discount: spread(one.discount) });
    }),
  );

interface Context {
  readonly one: ExamOrder;
  readonly line: ExamLine;
  readonly first: boolean;
  readonly gross: number;
  readonly share: number;
  readonly discount: number;
}

const taxOf = (one: ExamOrder) => cents((goodsOf(one) - one.discount) * tax);
const totalOf = (one: ExamOrder) => cents(goodsOf(one) - one.discount + one.shipping + taxOf(one));
/** Prices with the tax in them. */
const grossTotalOf = (one: ExamOrder) => cents(goodsOf(one) - one.discount + one.shipping);

function refundedOf(one: ExamOrder, total: number): number {
  return one.state === 'refunded' ? total : one.refund;
}

function statusOf<T>(one: ExamOrder, words: Readonly<Record<ExamOrder['state'], T>>): T {
  return words[one.state];
}

function shopify(): string {
  const header =
    'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Shipping Country,Notes,Cancelled at,Payment Method,Refunded Amount,Vendor,Id';
  const status = {
    paid: 'paid',
    cancelled: 'voided',
    refunded: 'refunded',
    partly_refunded: 'partially_refunded',
  };
  const rows = lineRows(examOrders, ({ one, line, first }) => {
    const at = `${one.at} -0500`;
    const own = (value: Cell) => (first ? value : '');
    const { quantity, name, price, sku } = line;
    const cancelled = own(one.state === 'cancelled' ? at : '');
    return [
      ...[`#${one.number}`, one.email, own(statusOf(one, status)), own(at), own('fulfilled')],
      ...[own(at), own('no'), own('USD'), own(point(goodsOf(one) - one.discount))],
      ...[own(point(one.shipping)), own(point(taxOf(one))), own(point(totalOf(one)))],
      ...[own(one.discount > 0 ? 'SPRING' : ''), own(point(one.discount)), own('Standard'), at],
      ...[
        quantity,
        name,
        point(price),
        '',
        sku,
        'true',
        'true',
        'fulfilled',
        own('A B'),
        own('US'),
      ],
      ...['', cancelled, own('Shopify Payments'), own(point(refundedOf(one, totalOf(one))))],
      ...['Acme', own(one.number)],
    ];
  });
  return csv(header.split(','), rows);
}

function squarespace(): string {
  const header =
    'Order ID,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Currency,Subtotal,Shipping,Taxes,Amount Refunded,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem variant,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Country,Cancelled at,Private Notes,Channel Type,Channel Name,Channel Order Number,Payment Method,Payment Reference';
  const status = {
    paid: 'PAID',
    cancelled: 'CANCELED',
    refunded: 'REFUNDED',
    partly_refunded: 'PARTIALLY_REFUNDED',
  };
  const rows = lineRows(examOrders, ({ one, line, first }) => {
    const at = `${one.at} -0500`;
    const own = (value: Cell) => (first ? value : '');
    return [
      ...[`${one.number}`.padStart(5, '0'), own(one.email), own(statusOf(one, status)), own(at)],
      ...[
        own('FULFILLED'),
        own(at),
        own('USD'),
        own(point(goodsOf(one))),
        own(point(one.shipping)),
      ],
      ...[own(point(taxOf(one))), own(point(refundedOf(one, totalOf(one))))],
      ...[own(point(totalOf(one))), '', own(point(one.discount)), own('Flat'), own(at)],
      ...[
        line.quantity,
        line.name,
        point(line.price),
        line.sku,
        '',
        'true',
        'true',
        '',
        own('A B'),
      ],
      ...[
        own('US'),
        own(one.state === 'cancelled' ? at : ''),
        '',
        own('web'),
        '',
        '',
        own('Stripe'),
      ],
      own('pi_1'),
    ];
  });
  return csv(header.split(','), rows);
}

function woocommerce(): string {
  const header =
    'Order Number;Order Status;Order Date;Customer Note;First Name (Billing);Email (Billing);Country Code (Billing);Payment Method Title;Cart Discount Amount;Order Subtotal Amount;Shipping Method Title;Order Shipping Amount;Order Refund Amount;Order Total Amount;Order Total Tax Amount;SKU;Item #;Item Name;Quantity (- Refund);Item Cost;Coupon Code;Order Currency';
  const status = {
    paid: 'Zrealizowane',
    cancelled: 'Anulowane',
    refunded: 'Zwrócone',
    partly_refunded: 'Zrealizowane',
  };
  // this plug-in shows the quantity after refunds, and what was given back as an amount beside it
  const orders = examOrders.filter(({ state }) => state !== 'partly_refunded');
  const rows = lineRows(orders, ({ one, line, first }) => [
    ...[one.number, statusOf(one, status), one.at, '', 'Jan', one.email, 'PL', 'Przelew'],
    ...[polish(one.discount), polish(goodsOf(one)), 'Kurier', polish(one.shipping)],
    ...[polish(refundedOf(one, totalOf(one))), polish(totalOf(one)), polish(taxOf(one))],
    ...[line.sku, first ? 1 : 2, line.name, line.quantity, polish(line.price), '', 'PLN'],
  ]);
  return csv(header.split(';'), rows, ';');
}

function shopware(): string {
  const header =
    'orderId;number;customerId;orderStatusDescription;paymentStatusDescription;invoiceAmount;invoiceAmountNet;invoiceShipping;invoiceShippingNet;orderTime;currency;email;billingCountry;articleId;articleNumber;articleName;price;quantity;taxRate';
  const status = {
    paid: 'Komplett abgeschlossen',
    cancelled: 'Storniert / Abgelehnt',
    refunded: '',
    partly_refunded: '',
  };
  const orders = withoutRefunds.filter(({ discount }) => discount === 0);
  const rows = lineRows(orders, ({ one, line }) => [
    ...[one.number - 900, one.number, 7, statusOf(one, status), 'Komplett bezahlt'],
    ...[comma(grossTotalOf(one)), comma(grossTotalOf(one) / 1.2), comma(one.shipping)],
    ...[comma(one.shipping / 1.2), one.at, 'EUR', one.email, 'Deutschland', 5, line.sku],
    ...[line.name, comma(line.price), line.quantity, 20],
  ]);
  return csv(header.split(';'), rows, ';');
}

function magento(): string {
  const header =
    'ID,Purchase Point,Purchase Date,Bill-to Name,Ship-to Name,Grand Total (Base),Grand Total (Purchased),Status,Billing Address,Shipping Address,Shipping Information,Customer Email,Customer Group,Subtotal,Shipping and Handling,Customer Name,Payment Method,Total Refunded';
  const status = {
    paid: 'complete',
    cancelled: 'canceled',
    refunded: 'closed',
    partly_refunded: 'complete',
  };
  const rows = examOrders.map((one): Row => {
    const total = totalOf({ ...one, discount: 0 });
    return [
      ...[`0000${one.number}`, 'Main Website', one.at, 'A B', 'A B', point(total), point(total)],
      ...[statusOf(one, status), 'Street 1', 'Street 1', 'Flat', one.email, 'General'],
      ...[point(goodsOf(one)), point(one.shipping), 'A B', 'checkmo'],
      point(refundedOf(one, total)),
    ];
  });
  return csv(header.split(','), rows);
}

function square(): string {
  const header =
    'Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location,Dining Option,Customer ID,Customer Name,Customer Reference ID';
  const money = (value: number) => (value < 0 ? `-${american(-value)}` : american(value));
  const rowOf = ({ one, line, gross, discount }: Context, refund: boolean): Row => {
    const [y = '', m, d, ...clock] = parts(one.at);
    const sign = refund ? -1 : 1;
    return [
      ...[`${m}/${d}/${y.slice(2)}`, clock.join(':'), 'Eastern Time (US & Canada)', 'Home'],
      ...[line.name, sign * line.quantity, 'Regular', line.sku, '', money(sign * gross)],
      ...[money(-sign * discount), money(sign * (gross - discount)), money(sign * gross * tax)],
      ...[
        `T${one.number}${refund ? 'R' : ''}`,
        'P1',
        'Till',
        '',
        '',
        refund ? 'Refund' : 'Payment',
      ],
      ...['Main', '', `C${one.number % 5}`, 'A B', ''],
    ];
  };
  const orders = examOrders.filter(({ state }) => state === 'paid' || state === 'refunded');
  const refunds = orders.filter(({ state }) => state === 'refunded');
  return csv(header.split(','), [
    ...lineRows(orders, (of) => rowOf(of, false)),
    ...lineRows(refunds, (of) => rowOf(of, true)),
  ]);
}

/** A receipt is a row of its own, its lines and its payment follow it. */
function lightspeed(): string {
  const header =
    'Date,Receipt Number,Line Type,Customer Code,Customer Name,Note,Quantity,Subtotal,Sales Tax,Discount,Loyalty,Total,Paid,Details,Register,User,Status,Sku,AccountCodeSale,AccountCodePurchase';
  const status = { paid: 'CLOSED', cancelled: 'VOIDED', refunded: '', partly_refunded: '' };
  const rows = withoutRefunds.flatMap((one): Row[] => {
    const goods = goodsOf(one) - one.discount;
    const whole = totalOf({ ...one, shipping: 0 });
    const pieces = one.lines.reduce((sum, { quantity }) => sum + quantity, 0);
    const around = ['Main', 'Ann', statusOf(one, status)];
    return [
      ...[
        [one.at, one.number, 'Sale', 'C1', 'A B', '', pieces, point(goods), point(taxOf(one))],
      ].map((start) => [
        ...start,
        point(one.discount),
        0,
        point(whole),
        point(whole),
        '',
        ...around,
        '',
        '',
        '',
      ]),
      ...lineRows([one], ({ line, gross, discount }) => [
        ...[one.at, one.number, 'Sale Line', '', '', '', line.quantity, point(gross - discount)],
        ...[point((gross - discount) * tax), point(discount), 0],
        ...[point((gross - discount) * (1 + tax)), '', line.name, ...around, line.sku, '', ''],
      ]),
      [
        one.at,
        one.number,
        'Payment',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        point(whole),
        'Cash',
        ...around,
        '',
        '',
        '',
      ],
    ];
  });
  return csv(header.split(','), rows);
}

function sumup(): string {
  const header =
    'Konto;Datum;Uhrzeit;Typ;Transaktions-ID;Belegnummer;Zahlungsmethode;Menge;Beschreibung;Währung;Preis (Brutto);Preis (Netto);Steuer;Steuersatz;Transaktion erstattet';
  const rows = lineRows(
    withoutRefunds.filter(({ state, discount }) => state === 'paid' && discount === 0),
    ({ one, line, gross }) => {
      const [y, m, d, h, min] = parts(one.at);
      return [
        ...['laden@example.org', `${d}.${m}.${y}`, `${h}:${min}`, 'Verkauf', `TX${one.number}`],
        ...[`S-${one.number}`, 'Karte', line.quantity, line.name, 'EUR', german(gross)],
        ...[german(gross / 1.2), german(gross - gross / 1.2), '20%', ''],
      ];
    },
  );
  return csv(header.split(';'), rows, ';');
}

function etsy(): string {
  const header =
    'Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Coupon Details,Discount Amount,Shipping Discount,Order Shipping,Order Sales Tax,Item Total,Currency,Transaction ID,Listing ID,Date Paid,Date Shipped,Ship Name,Ship Country,Order ID,Variations,Order Type,SKU';
  const orders = examOrders.filter(({ state }) => state === 'paid');
  const rows = lineRows(orders, ({ one, line, gross, discount }) => {
    const [y = '', m, d] = parts(one.at);
    const day = `${m}/${d}/${y.slice(2)}`;
    return [
      ...[day, line.name, `buyer${one.number % 5}`, line.quantity, point(line.price), '', ''],
      ...[
        point(discount),
        0,
        point(one.shipping),
        point(taxOf(one)),
        point(gross - discount),
        'USD',
      ],
      ...[`9${one.number}`, 77, day, day, 'A B', 'United States', `31${one.number}`, '', 'online'],
      line.sku,
    ];
  });
  return csv(header.split(','), rows);
}

/** Orders of several items: a row of the order, then one of each item. */
function ebay(): string {
  const header =
    'Verkaufsprotokollnummer;Bestellnummer;Nutzername des Käufers;Name des Käufers;E-Mail des Käufers;Land des Käufers;Artikelnummer;Angebotstitel;Bestandseinheit;Anzahl;Verkauft für;Verpackung und Versand;Gesamtbetrag;Verkauft am;Bezahlt am';
  const months = ['Jan', 'Feb', 'Mär'];
  const dayOf = (at: string) => {
    const [y = '', m, d] = parts(at);
    return `${d}. ${months[Number(m) - 1]} ${y}`;
  };
  const rows = examOrders
    .filter(({ state, discount }) => state === 'paid' && discount === 0)
    .flatMap((one): Row[] => {
      const at = dayOf(one.at);
      const id = `12-${one.number}-55`;
      const several = one.lines.length > 1;
      const buyer = [`kaeufer${one.number % 5}`, 'A B', one.email, 'Deutschland'];
      const ends = [`EUR ${german(one.shipping)}`, `EUR ${german(grossTotalOf(one))}`];
      const whole: Row = [...[one.number, id, ...buyer, '', '', '', '', '', ...ends, at, at]];
      const items = lineRows([one], ({ line }) => [
        ...[one.number, id, ...(several ? ['', '', '', ''] : buyer), '3345', line.name, line.sku],
        ...[line.quantity, `EUR ${german(line.price)}`, ...(several ? ['', ''] : ends), at, at],
      ]);
      return several ? [whole, ...items] : items;
    });
  return `\r\n${csv(header.split(';'), rows, ';')}\r\n\r\n${rows.length} Einträge heruntergeladen\r\n`;
}

function amazon(): string {
  const header =
    'amazon-order-id\tmerchant-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tsales-channel\tproduct-name\tsku\tasin\titem-status\tquantity\tcurrency\titem-price\titem-tax\tshipping-price\tshipping-tax\titem-promotion-discount\tship-country';
  const status = { paid: 'Shipped', cancelled: 'Cancelled', refunded: '', partly_refunded: '' };
  const rows = lineRows(withoutRefunds, ({ one, line, first, gross, discount }) => {
    const at = `${one.at.replace(' ', 'T')}+00:00`;
    const live = one.state === 'paid';
    return [
      ...[`302-${one.number}-11`, '', at, at, statusOf(one, status), 'Merchant', 'Amazon.de'],
      ...[line.name, line.sku, 'B00X', 'Shipped', live ? line.quantity : 0, live ? 'EUR' : ''],
      ...[live ? point(gross) : '', live ? point(gross / 6) : '', first ? point(one.shipping) : ''],
      ...['', live && discount > 0 ? point(discount) : '', 'DE'],
    ];
  });
  return csv(header.split('\t'), rows, '\t')
    .replaceAll('""', '"')
    .replace(/(?<=\t)"|"(?=\t)/g, '');
}

function bigcommerce(): string {
  const header =
    'Order ID,Customer ID,Customer Name,Customer Email,Order Date,Order Status,Subtotal (inc tax),Subtotal (ex tax),Tax Total,Shipping Cost (inc tax),Shipping Cost (ex tax),Coupon Details,Coupon Value,Order Total (inc tax),Order Total (ex tax),Total Quantity,Order Currency Code,Payment Method,Refund Amount';
  const status = {
    paid: 'Completed',
    cancelled: 'Cancelled',
    refunded: 'Refunded',
    partly_refunded: 'Partially Refunded',
  };
  const rows = examOrders.map((one): Row => {
    const [y, m, d] = parts(one.at);
    const goods = goodsOf(one);
    return [
      ...[one.number, one.number % 5, 'A B', one.email, `${m}/${d}/${y}`, statusOf(one, status)],
      ...[point(goods * 1.2), point(goods), point(taxOf(one)), point(one.shipping)],
      ...[point(one.shipping), '', point(one.discount), point(totalOf(one))],
      ...[point(goods - one.discount + one.shipping), one.lines.length, 'USD', 'Card'],
      point(refundedOf(one, totalOf(one))),
    ];
  });
  return csv(header.split(','), rows);
}

function prestashop(): string {
  const header = 'ID;Référence;Nouveau client;Livraison;Client;Total;Paiement;État;Date';
  const status = {
    paid: 'Livré',
    cancelled: 'Annulé',
    refunded: 'Remboursé',
    partly_refunded: '',
  };
  const orders = examOrders
    .filter(({ state }) => state !== 'partly_refunded')
    .map((one) => ({ ...one, shipping: 0 }));
  const rows = orders.map((one): Row => {
    const [y, m, d, ...clock] = parts(one.at);
    return [
      ...[one.number, `XKB${one.number}`, 0, 'France', 'A. Blanc'],
      ...[
        `${grouped(grossTotalOf(one), '\u202f', ',')} €`,
        'Carte bancaire',
        statusOf(one, status),
      ],
      `${d}/${m}/${y} ${clock.join(':')}`,
    ];
  });
  return csv(header.split(';'), rows, ';');
}

function toast(): string {
  const header =
    'Location,Order Id,Order #,Sent Date,Order Date,Check Id,Server,Table,Dining Area,Service,Dining Option,Item Selection Id,Item Id,Master Id,SKU,PLU,Menu Item,Menu Subgroup(s),Menu Group,Menu,Sales Category,Gross Price,Discount,Net Price,Qty,Tax,Void?,Deferred,Tax Exempt,Tax Inclusion Option,Dining Option Tax,Tab Name';
  const rows = lineRows(withoutRefunds, ({ one, line, gross, discount }) => {
    const at = americanTime(one.at);
    const voided = one.state === 'cancelled';
    return [
      ...[
        'Main',
        `40000000001${one.number}`,
        one.number,
        at,
        at,
        `7${one.number}`,
        'Ann',
        4,
        'Bar',
      ],
      ...[
        'Dinner',
        'Dine In',
        '88',
        '99',
        '12',
        line.sku,
        '',
        line.name,
        '',
        'Food',
        'Main',
        'Food',
      ],
      ...[point(voided ? 0 : gross), point(discount), point(voided ? 0 : gross - discount)],
      ...[
        line.quantity.toFixed(1),
        point((gross - discount) * tax),
        String(voided),
        'false',
        'false',
      ],
      ...['TAX_NOT_INCLUDED', '', ''],
    ];
  });
  return csv(header.split(','), rows);
}

function opencart(): string {
  const header =
    'order_id,invoice_no,store_name,firstname,lastname,email,telephone,payment_country,order_status,currency_code,date_added,product_id,name,model,quantity,price,total,tax,order_total';
  const status = {
    paid: 'Complete',
    cancelled: 'Canceled',
    refunded: 'Refunded',
    partly_refunded: '',
  };
  const orders = examOrders.filter(
    ({ state, discount }) => state !== 'partly_refunded' && discount === 0,
  );
  const rows = lineRows(orders, ({ one, line, gross }) => [
    ...[one.number, 0, 'Shop', 'A', 'B', one.email, '555', 'United Kingdom', statusOf(one, status)],
    ...['GBP', one.at, 5, line.name, line.sku, line.quantity, line.price.toFixed(4)],
    ...[gross.toFixed(4), (line.price * tax).toFixed(4), totalOf(one).toFixed(4)],
  ]);
  return csv(header.split(','), rows);
}

/** Order lines below their order, whose cells are left empty; what is taken off in per cent. */
function odoo(): string {
  const header = [
    ...['Order Reference', 'Order Date', 'Customer', 'Customer/Email', 'Currency', 'Status'],
    ...['Untaxed Amount', 'Taxes', 'Total', 'Order Lines/Product', 'Order Lines/Description'],
    ...['Order Lines/Quantity', 'Order Lines/Unit Price', 'Order Lines/Discount (%)'],
    'Order Lines/Subtotal',
  ];
  const status = { paid: 'Sales Order', cancelled: 'Cancelled', refunded: '', partly_refunded: '' };
  const orders = withoutRefunds.map((one) => ({ ...one, shipping: 0, discount: 0 }));
  const rows = lineRows(orders, ({ one, line, first, gross }) => {
    const own = (value: Cell) => (first ? value : '');
    return [
      ...[own(`S${one.number}`), own(one.at), own('A B'), own(one.email), own('CHF')],
      ...[own(statusOf(one, status)), own(swiss(goodsOf(one))), own(swiss(taxOf(one)))],
      ...[own(swiss(totalOf(one))), `[${line.sku}] ${line.name}`, line.name],
      ...[line.quantity.toFixed(2), swiss(line.price), '0.00', swiss(gross)],
    ];
  });
  return csv(header, rows);
}

function jtl(): string {
  const header =
    'Auftragsnummer;Auftragsdatum;Kundennummer;Firma;Vorname;Nachname;E-Mail;Land;Artikelnummer;Artikelname;Anzahl;VK Brutto;MwSt in %;Rabatt in %;Gesamtpreis Brutto;Währung;Auftragsstatus;Zahlungsart';
  const status = { paid: 'Versendet', cancelled: 'Storniert', refunded: '', partly_refunded: '' };
  const orders = withoutRefunds.filter(({ discount }) => discount === 0);
  const rows = lineRows(orders, ({ one, line, gross }) => [
    ...[`AU-${one.number}`, germanTime(one.at), `K${one.number % 5}`, '', 'Änne', 'Müller'],
    ...[one.email, 'Deutschland', line.sku, line.name, comma(line.quantity), german(line.price)],
    ...['20,00', '0,00', german(gross), 'EUR', statusOf(one, status), 'Überweisung'],
  ]);
  return csv(header.split(';'), rows, ';');
}

function gambio(): string {
  const header =
    'orders_id|customers_id|customers_name|customers_email_address|customers_country|date_purchased|orders_status_name|currency|products_model|products_name|products_quantity|products_price|final_price|products_tax|ot_shipping|ot_total';
  const status = { paid: 'Versendet', cancelled: 'Storniert', refunded: '', partly_refunded: '' };
  const orders = withoutRefunds.filter(({ discount }) => discount === 0);
  const rows = lineRows(orders, ({ one, line, gross }) => [
    ...[one.number, one.number % 5, 'A B', one.email, 'Germany', one.at, statusOf(one, status)],
    ...['EUR', line.sku, line.name, line.quantity.toFixed(4), line.price.toFixed(4)],
    ...[gross.toFixed(4), '20.0000', one.shipping.toFixed(4), grossTotalOf(one).toFixed(4)],
  ]);
  return csv(header.split('|'), rows, '|');
}

function wix(): string {
  const header =
    'Order number,Date created,Time,Total order quantity,Contact email,Note from customer,Item,Variant,SKU,Qty,Quantity refunded,Price,Weight,Delivery method,Delivery country,Coupon Code,Discount,Shipping rate,Total tax,Total,Currency,Payment status,Fulfillment status,Payment method,Refunded amount,Net amount';
  const status = {
    paid: 'Paid',
    cancelled: 'Canceled',
    refunded: 'Refunded',
    partly_refunded: 'Partially refunded',
  };
  const rows = lineRows(examOrders, ({ one, line }) => {
    const [day = '', clock = ''] = one.at.split(' ');
    return [
      ...[one.number, day, clock, one.lines.length, one.email, '', line.name, '', line.sku],
      ...[line.quantity, 0, swiss(line.price), '0', 'Post', 'CHE', '', swiss(one.discount)],
      ...[
        swiss(one.shipping),
        swiss(taxOf(one)),
        swiss(totalOf(one)),
        'CHF',
        statusOf(one, status),
      ],
      ...['Fulfilled', 'Card', swiss(refundedOf(one, totalOf(one)))],
      swiss(totalOf(one) - refundedOf(one, totalOf(one))),
    ];
  });
  return csv(header.split(','), rows);
}

/** Payments: what was paid, less what was given back. */
function stripe(): string {
  const header =
    'id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,Converted Amount Refunded,Converted Currency,Decline Reason,Description,Fee,Refunded date (UTC),Status,Customer ID,Customer Email,Payment Source Type,order_id (metadata)';
  const status = {
    paid: 'Paid',
    cancelled: 'Failed',
    refunded: 'Refunded',
    partly_refunded: 'Paid',
  };
  const rows = examOrders.map((one): Row => {
    const amount = point(goodsOf(one) - one.discount);
    const refunded = point(refundedOf(one, goodsOf(one) - one.discount));
    return [
      ...[`ch_${one.number}`, one.at.slice(0, 16), amount, refunded, 'usd', 'true', amount],
      ...[refunded, 'usd', '', `Order ${one.number}`, '0.50', '', statusOf(one, status)],
      ...[`cus_${one.number % 5}`, one.email, 'card', one.number],
    ];
  });
  return csv(header.split(','), rows);
}

const worthOfThose = (keep: (one: ExamOrder) => boolean): number =>
  cents(examOrders.filter(keep).reduce((sum, one) => sum + worthOf(one), 0));
const full = ({ discount }: ExamOrder) => discount === 0;
const sold = ({ state }: ExamOrder) => state === 'paid';

/** Twenty exports in the manner of twenty systems, each in the ways of writing of its users. */
export const examExports: readonly ExamExport[] = [
  {
    system: 'Shopify',
    name: 'orders_export_1.csv',
    content: utf8(shopify()),
    worth: worthByAmounts(totalOf),
  },
  {
    system: 'WooCommerce',
    name: 'zamowienia.csv',
    content: codePage('windows-1250', woocommerce()),
    worth: worthOfThose(({ state }) => state !== 'partly_refunded'),
  },
  {
    system: 'Shopware',
    name: 'bestellungen.csv',
    content: utf8(`\ufeff${shopware()}`),
    worth: worthOfThose((one) => sold(one) && full(one)),
  },
  {
    system: 'Magento',
    name: 'export.csv',
    content: utf8(magento()),
    // what the goods cost before their discount is all that it tells
    worth: cents(
      worthByAmounts((one) => grossTotalOf({ ...one, discount: 0 })) +
        examOrders.reduce((sum, { discount }) => sum + discount, 0),
    ),
  },
  {
    system: 'Square',
    name: 'items-2026-03.csv',
    content: utf8(square()),
    worth: worthWithoutRefunds,
  },
  {
    system: 'Lightspeed',
    name: 'vend-sales.csv',
    content: utf8(lightspeed()),
    worth: worthWithoutRefunds,
  },
  {
    system: 'SumUp',
    name: 'Verkaufsbericht.csv',
    content: codePage('windows-1252', sumup()),
    // the report says each line's price without tax
    worth: cents(
      examOrders
        .filter((one) => sold(one) && full(one))
        .flatMap(({ lines }) => lines.map(({ price, quantity }) => cents((price * quantity) / 1.2)))
        .reduce((sum, net) => sum + net, 0),
    ),
  },
  {
    system: 'Etsy',
    name: 'EtsySoldOrderItems2026.csv',
    content: utf8(etsy()),
    worth: worthWithoutRefunds,
  },
  {
    system: 'eBay',
    name: 'eBay-OrdersReport.csv',
    content: utf8(`\ufeff${ebay()}`),
    footers: 1,
    worth: worthOfThose((one) => sold(one) && full(one)),
  },
  { system: 'Amazon', name: '302.txt', content: utf8(amazon()), worth: worthWithoutRefunds },
  {
    system: 'BigCommerce',
    name: 'orders.csv',
    content: utf8(bigcommerce()),
    worth: worthByAmounts(totalOf),
  },
  {
    system: 'PrestaShop',
    name: 'order_2026.csv',
    content: utf8(prestashop()),
    worth: worthOfThose(({ state }) => state !== 'partly_refunded'),
  },
  {
    system: 'Toast',
    name: 'ItemSelectionDetails.csv',
    content: utf8(toast()),
    worth: worthWithoutRefunds,
  },
  {
    system: 'OpenCart',
    name: 'orders.csv',
    content: utf8(opencart()),
    worth: worthOfThose((one) => full(one) && sold(one)),
  },
  {
    system: 'Odoo',
    name: 'sale.order.csv',
    content: utf8(odoo()),
    worth: cents(withoutRefunds.reduce((sum, one) => sum + worthOf({ ...one, discount: 0 }), 0)),
  },
  {
    system: 'JTL',
    name: 'JTL-Export-Auftraege.csv',
    content: codePage('windows-1252', jtl()),
    worth: worthOfThose((one) => sold(one) && full(one)),
  },
  {
    system: 'Gambio',
    name: 'orders.csv',
    content: utf8(gambio()),
    worth: worthOfThose((one) => sold(one) && full(one)),
  },
  {
    system: 'Wix',
    name: 'Orders.csv',
    content: utf8(`\ufeff${wix()}`),
    worth: worthByAmounts(totalOf),
  },
  {
    system: 'Squarespace',
    name: 'orders.csv',
    content: utf8(squarespace()),
    worth: worthByAmounts(totalOf),
  },
  {
    system: 'Stripe',
    name: 'unified_payments.csv',
    content: utf8(stripe()),
    worth: allWorth,
  },
];
