export interface AssumedEncoding {
  readonly encoding: string;
  readonly example: string;
  readonly other: string;
  readonly other_example: string;
}

/** What reading a file finds out about it. */
export const readingNotes = {
  utf16_assumed: () => 'It bears no mark of its encoding and was read as UTF-16.',
  some_lines_not_utf8: ({ count }: { count: number }) =>
    `It is UTF-8, but ${count} of its lines are not; these are rejected.`,
  encoding_assumed: ({ encoding, example, other, other_example: otherwise }: AssumedEncoding) =>
    `It is not UTF-8 and was read as ${encoding}, for example “${example}”; as ${other} that is “${otherwise}”. Set the encoding if letters look wrong.`,
  names_repeated: ({ column, example }: { column: string; example: string }) =>
    `Several columns are called “${column}”; the others go by names such as “${example}”.`,
  no_rows: () => 'It holds no rows that can be read.',
  lines_above_header: ({ count }: { count: number }) =>
    `The first ${count} lines stand above the header and were left out.`,
};

/** How the values of its columns are written. */
export const conventionNotes = {
  decimal_signs_mixed: ({ column, example }: { column: string; example: string }) =>
    `“${column}” mixes commas and points before its decimals; values such as “${example}” that could be either are rejected.`,
  point_assumed: ({ column, example, count }: { column: string; example: string; count: number }) =>
    `${undecided(column, example, count)}; a point was taken for the decimal sign.`,
  comma_assumed: ({ column, example, count }: { column: string; example: string; count: number }) =>
    `${undecided(column, example, count)}; a comma was taken for the decimal sign.`,
  point_as_elsewhere: ({
    column,
    example,
    count,
  }: {
    column: string;
    example: string;
    count: number;
  }) =>
    `${undecided(column, example, count)}; a point was taken for the decimal sign, as in the other columns.`,
  comma_as_elsewhere: ({
    column,
    example,
    count,
  }: {
    column: string;
    example: string;
    count: number;
  }) =>
    `${undecided(column, example, count)}; a comma was taken for the decimal sign, as in the other columns.`,
  currency_from_amounts: ({
    column,
    example,
    currency,
  }: {
    column: string;
    example: string;
    currency: string;
  }) =>
    `Amounts in “${column}” such as “${example}” say their currency themselves; they were read as ${currency}.`,
  date_orders_mixed: ({ column }: { column: string }) =>
    `“${column}” holds dates with the day first and with the month first; those that could be either are rejected.`,
  date_order_as_elsewhere: ({ column }: { column: string }) =>
    `“${column}” does not show whether the day or the month comes first; it was read as the other columns are.`,
  date_order_unknown: ({ column, example }: { column: string; example: string }) =>
    `Does the day or the month come first in “${column}”, such as “${example}”? No date in the file shows it.`,
  times_skipped: ({ count }: { count: number }) =>
    `${count} times fall into an hour that the clocks skip; they were read as an hour later.`,
  times_shown_twice: ({ count }: { count: number }) =>
    `${count} times fall into an hour that the clocks show twice; the first was taken.`,
};

const undecided = (column: string, example: string, count: number) =>
  `“${column}” holds ${count} values such as “${example}” that do not say whether the sign in them stands before decimals or thousands`;
