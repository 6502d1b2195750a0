import type { FileKind, Role } from '../recognise/roles.js';
import { layoutRemarks, layoutTitles } from './layouts.js';

const kinds: Readonly<Record<FileKind, string>> = {
  orders_by_line: 'Orders, a line for each product',
  orders_by_order: 'Orders, a line for each order',
  customers: 'Customers',
  products: 'Products',
  refunds: 'Refunds',
  stock: 'Stock',
  payments: 'Payments',
};

const questions: Partial<Record<Role, string>> = {
  order_id: 'Which column tells one order from another?',
  ordered_at: 'Which column says when it was ordered?',
  product_id: 'Which column names the product?',
  unit_price: 'Which column is the price?',
  order_total: 'Which column is the amount of the order?',
  payment_id: 'Which column tells one payment from another?',
  amount: 'Which column is the amount?',
  on_hand: 'Which column is the stock on hand?',
  customer_id: 'Which column tells one customer from another?',
  product_name: 'Which column is the name of the product?',
  refund_amount: 'Which column is the amount given back?',
};

/** What a file was recognised as, and what its columns leave open. */
export const recognitionNotes = {
  ...layoutTitles,
  ...layoutRemarks,
  kind_recognised: ({ kind }: { kind: FileKind }) => kinds[kind],
  not_recognised: () => 'Not recognised',
  kind_unclear: () => 'It is not clear what the file is; please say what its columns are.',
  role_uncertain: ({ column, role }: { column: string; role: Role }) =>
    `Please check: “${column}” (${role}).`,
  column_needed: ({ role }: { role: Role }) =>
    questions[role] ?? `Which column is the ${role.replaceAll('_', ' ')}?`,
  currency_assumed: ({ currency }: { currency: string }) =>
    `No column names a currency; ${currency}, the shop’s own, was taken.`,
  customers_unknown: () => 'No column names customers; they cannot be counted.',
  partial_refunds_as_given: ({ column }: { column: string }) =>
    `Amounts in “${column}” may include tax and shipping; partial refunds are booked as they stand there.`,
  quantity_assumed: () => 'No column says how many pieces; each line counts as one.',
  prices_include_tax: () =>
    'The order totals add up only when tax is part of the prices; revenue will include it.',
  price_is_of_line: ({ column }: { column: string }) =>
    `“${column}” is the price of the line, not of a piece: only so the orders come to their totals.`,
  price_assumed: ({ column }: { column: string }) =>
    `No column is a price by its name; “${column}” was taken for the price of the line. Please check it.`,
  products_unknown: () =>
    'The file does not name products; each order counts as one item “(unspecified)”.',
  tax_unknown: () =>
    'The file does not say how much of the amounts is tax; revenue will include it.',
  amounts_include_tax: () =>
    'The order totals add up only when tax is part of the amounts; revenue will include it.',
};

/** What its values say about what a column is. */
export const valueNotes = {
  empty_in_sample: () => 'it is empty in the rows looked at',
  values_no_dates: () => 'its values are no dates',
  values_dates: () => 'its values are dates',
  values_times_of_day: () => 'its values are times of day',
  values_emails: () => 'its values are e-mail addresses',
  values_currencies: () => 'its values are currency codes',
  values_countries: () => 'its values are countries',
  values_no_numbers: () => 'its values are no numbers',
  values_mostly_numbers: () => 'most of its values are numbers',
  values_whole_numbers: () => 'its values are whole numbers',
  values_numbers: () => 'its values are numbers',
  values_no_amounts: () => 'its values are no amounts',
  values_mostly_amounts: () => 'most of its values are amounts',
  values_amounts: () => 'its values are amounts',
  values_all_same: () => 'it is the same everywhere',
  values_repeat_below: () => 'its values come again on the lines that follow',
  values_too_different: () => 'it has too many different values',
};

/** Why a column was taken for what it was. */
export const columnNotes = {
  said_so: () => 'you said so',
  named_so_in_layout: ({ layout }: { layout: keyof typeof layoutTitles }) =>
    `it is called so in ${layoutTitles[layout]()}`,
  name_says_so: () => 'its name says so',
  name_holds_word: ({ example }: { example: string }) => `its name holds “${example}”`,
  other_column_possible: ({ column }: { column: string }) => `“${column}” could be meant as well`,
  ...valueNotes,
};
