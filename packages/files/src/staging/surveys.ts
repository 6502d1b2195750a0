import { columnsOfField, fieldsOfRule, type Mapping, timesOf } from '../mapping/mapping.js';
import { createDateSurvey, type DateEvidence, type DateSurvey } from '../values/dates.js';
import { createNumberSurvey, type NumberEvidence, type NumberSurvey } from '../values/numbers.js';

export type Survey = NumberSurvey | DateSurvey;

/** What the values of a mapping's columns are looked at with, by the names of the columns. */
export interface Surveys {
  readonly numbers: ReadonlyMap<string, NumberSurvey>;
  readonly dates: ReadonlyMap<string, DateSurvey>;
  /** Columns whose clock stands in another. */
  readonly clocks: ReadonlyMap<string, string>;
}

export function createSurveys(mapping: Mapping): Surveys {
  const { numberColumns, timeColumns } = surveyedColumns(mapping);
  return {
    numbers: new Map(numberColumns.map((name) => [name, createNumberSurvey()])),
    dates: new Map(timeColumns.map((name) => [name, createDateSurvey()])),
    clocks: clockColumns(mapping),
  };
}

export const numbersFound = ({ numbers }: Surveys): ReadonlyMap<string, NumberEvidence> =>
  new Map([...numbers].map(([name, { evidence }]) => [name, evidence]));

export const datesFound = ({ dates }: Surveys): ReadonlyMap<string, DateEvidence> =>
  new Map([...dates].map(([name, { evidence }]) => [name, evidence]));

function surveyedColumns(mapping: Mapping) {
  const { events, catalogues = [] } = mapping;
  const fields = [
    ...events.flatMap(fieldsOfRule),
    ...catalogues.flatMap(({ data }) => Object.values(data)),
  ];
  return {
    numberColumns: [
      ...new Set([
        ...fields.flatMap((field) => columnsOfField(field).numbers),
        ...events.flatMap(({ expect }) => expect?.column ?? []),
      ]),
    ],
    timeColumns: [
      ...new Set([
        ...timesOf(mapping).flatMap((time) => [time.column, ...(time.or ?? [])]),
        ...fields.flatMap((field) =>
          'column' in field && field.time === true ? [field.column, ...(field.or ?? [])] : [],
        ),
      ]),
    ],
  };
}

function clockColumns(mapping: Mapping): ReadonlyMap<string, string> {
  return new Map(
    timesOf(mapping).flatMap(({ column, clock }) =>
      clock === undefined ? [] : [[column, clock] as const],
    ),
  );
}
