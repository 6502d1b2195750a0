/** What the collector said of a value, and which it is: its field of the event, and its column. */
export interface Refused {
  /** Where it stands in the event, such as `items: quantity`. */
  readonly field: string;
  /** The column that it was read from, where there is one. */
  readonly column?: string;
  /** In the collector's words. */
  readonly rule: string;
}

const refused = ({ field, rule }: Refused) => `${field}: ${rule}`;

/** Why a row of a file is rejected. */
export const rejectionNotes = {
  wrong_number_of_cells: ({ count, expected }: { count: number; expected: number }) =>
    `it has ${count} cells, the header has ${expected}`,
  nul_character: () => 'it holds a NUL character',
  not_utf8: () => 'it is not UTF-8',
  quote_never_closed: () => 'a quote is opened and never closed',
  quote_over_lines: () =>
    'a quote is opened and not closed on the line, and the lines together are no row',
  line_too_long: () => 'the line is too long',
  nested_too_deep: ({ limit }: { limit: number }) => `it nests deeper than ${limit} levels`,
  not_json: () => 'it is not valid JSON',
  not_a_json_object: () => 'it is not a JSON object',
  time_unreadable: () => 'the time is missing or cannot be read',
  time_in_future: () => 'the time lies more than a day ahead of now',
  time_too_old: () => 'the time lies before 1970',
  value_missing: refused,
  value_not_a_number: refused,
  value_too_small: ({ limit: _, ...value }: Refused & { readonly limit: number }) => refused(value),
  value_too_large: ({ limit: _, ...value }: Refused & { readonly limit: number }) => refused(value),
  value_too_long: ({ limit: _, ...value }: Refused & { readonly limit: number }) => refused(value),
  value_empty: refused,
  value_not_allowed: refused,
  amount_out_of_range: refused,
  currency_without_rate: ({ field, rule }: Refused & { readonly currency: string }) =>
    refused({ field, rule }),
  amount_in_other_currency: ({
    field,
    example,
    currency,
  }: Refused & { readonly example: string; readonly currency: string }) =>
    `${field}: “${example}” is not in ${currency}, which the row says it is in`,
  row_too_large: ({ rule }: { rule: string }) => rule,
  row_refused: ({ rule }: { rule: string }) => rule,
};
