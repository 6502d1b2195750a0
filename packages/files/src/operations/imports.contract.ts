import {
  accepted,
  anyObject,
  file,
  instantField,
  json,
  nullable,
  ofTenant,
  oneOf,
  operation,
  optional,
  record,
} from '@olympus/contract';
import { Type } from 'typebox';
import { importStates } from '../imports/import-store.js';
import { noteSchema } from '../notes/notes.js';
import { fileForm, readingFaults } from './uploads.contract.js';

const base = '/api/tenants/:tenant_id/imports';
const id = Type.String({ minLength: 1, maxLength: 100, description: 'Id of the import' });
const missing = { import_not_found: 'not_found' } as const;
const uploads = Type.Array(Type.String({ minLength: 1, maxLength: 100 }), {
  minItems: 1,
  maxItems: 50,
  description: 'Ids of uploaded files; several are one table',
});
const mapping = anyObject({ description: 'How rows become events; docs/imports.md describes it' });
const mappingFaults = {
  ...readingFaults,
  invalid_mapping: 'invalid',
  missing_columns: 'invalid',
} as const;

const counts = record({
  rows: Type.Integer({ description: 'Rows of the files; 0 until they are read' }),
  rows_done: Type.Integer(),
  progress: Type.Number({ description: '0 to 1' }),
  events: Type.Integer(),
  stored: Type.Integer(),
  duplicates: Type.Integer({ description: 'Events that were known already' }),
  rejected_rows: Type.Integer(),
  unmatched_rows: Type.Integer({ description: 'Rows that no entry of the mapping takes' }),
  undone: Type.Integer({ description: 'Events taken back' }),
});

const entry = record(
  {
    id: Type.String(),
    state: oneOf(importStates),
    files: Type.Array(Type.String(), { description: 'Names of its files' }),
    source: Type.String({ description: 'Source of its events' }),
    counts,
    warnings: Type.Array(noteSchema),
    fault: nullable(
      record({
        code: Type.String(),
        message: Type.String(),
        remedy: optional(Type.String()),
        at: optional(Type.String({ description: 'The file or the column it is about' })),
      }),
    ),
    created_at: instantField('When it was started'),
    changed_at: instantField('When its state last changed'),
  },
  { title: 'Import', description: 'An import of files' },
);

const example = record({
  file: Type.String(),
  line: Type.Integer(),
  cells: Type.Record(Type.String(), Type.String()),
});

const preview = record(
  {
    rows: Type.Integer(),
    complete: Type.Boolean({ description: 'Whether all rows were read' }),
    forms: Type.Array(fileForm),
    columns: Type.Array(Type.String()),
    events: Type.Array(anyObject({ description: 'An event, as it would be sent' })),
    rejected_rows: Type.Integer(),
    rejected: Type.Array(
      record({
        reason: noteSchema,
        rows: Type.Integer(),
        lines: Type.Array(Type.Integer()),
        example: Type.String(),
      }),
    ),
    unmatched: record({ rows: Type.Integer(), examples: Type.Array(example) }),
    totals: record({
      events: Type.Record(Type.String(), Type.Integer()),
      orders: Type.Integer(),
      customers: Type.Integer(),
      units: Type.String(),
      revenue: Type.Array(
        record({
          month: Type.String(),
          currency: Type.String(),
          revenue: Type.String(),
          orders: Type.Integer(),
        }),
      ),
      first: nullable(Type.String()),
      last: nullable(Type.String()),
      mismatches: record({
        orders: Type.Integer({ description: 'Orders that do not come to what the file says' }),
        compared: Type.Integer(),
        examples: Type.Array(
          record({ order_id: Type.String(), made: Type.String(), expected: Type.String() }),
        ),
      }),
    }),
    warnings: Type.Array(noteSchema),
    questions: Type.Array(noteSchema, { description: 'What a person has to say first' }),
  },
  { title: 'ImportPreview', description: 'What an import would do' },
);

/** The file that `uploads.add` shows, its rows told apart by order. */
const exampleImport = {
  tenant_id: 'shop',
  uploads: ['{{uploads.add/id}}'],
  mapping: {
    source: 'till',
    events: [
      {
        type: 'order.created',
        group_by: 'Order',
        time: { column: 'Date' },
        data: { order_id: { column: 'Order' }, currency: { constant: 'EUR' } },
        items: {
          product_id: { column: 'SKU' },
          quantity: { column: 'Quantity', number: true },
          unit_price: { column: 'Price', number: true },
        },
      },
    ],
  },
};

export const importOperations = [
  operation({
    id: 'imports.preview',
    method: 'POST',
    path: `${base}/preview`,
    summary: 'Show what an import would do, storing nothing',
    permission: 'imports:write',
    input: record({
      ...ofTenant,
      uploads,
      mapping,
      rows: optional(
        Type.Integer({
          minimum: 1,
          description: 'Only about so many rows of each file; all by default',
        }),
      ),
    }),
    answer: json(preview),
    problems: mappingFaults,
    repeats: 'safe',
    cost: 'heavy',
    since: '0.1.0',
    examples: [
      {
        name: 'Two orders',
        input: exampleImport,
        answer: { rows: 2, rejected_rows: 0, totals: { orders: 2 } },
      },
    ],
  }),
  operation({
    id: 'imports.start',
    method: 'POST',
    path: base,
    summary: 'Import uploaded files',
    description:
      'Goes on by itself, over restarts too. Importing the same rows again adds nothing.',
    permission: 'imports:write',
    input: record({ ...ofTenant, uploads, mapping }),
    answer: accepted(entry),
    problems: mappingFaults,
    repeats: 'once',
    cost: 'heavy',
    audit: 'import.started',
    since: '0.1.0',
    examples: [{ name: 'As previewed', input: exampleImport, answer: { state: 'waiting' } }],
  }),
  operation({
    id: 'imports.list',
    method: 'GET',
    path: base,
    summary: 'List imports, newest first',
    permission: 'imports:read',
    input: record({ ...ofTenant, limit: optional(Type.Integer({ minimum: 1, maximum: 500 })) }),
    answer: json(record({ imports: Type.Array(entry) }, { title: 'ImportList' })),
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'All of them', input: { tenant_id: 'shop' } }],
  }),
  operation({
    id: 'imports.get',
    method: 'GET',
    path: `${base}/:id`,
    summary: 'Show how far an import is',
    permission: 'imports:read',
    input: record({ ...ofTenant, id }),
    answer: json(entry),
    problems: missing,
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'The one begun', input: { tenant_id: 'shop', id: '{{imports.start/id}}' } }],
  }),
  operation({
    id: 'imports.rejected',
    method: 'GET',
    path: `${base}/:id/rejected`,
    summary: 'Download the rows that were rejected, with why',
    permission: 'imports:read',
    input: record({
      ...ofTenant,
      id,
      locale: optional(
        Type.String({
          maxLength: 35,
          pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$',
          description: 'BCP 47; the language of the reasons, English or German',
        }),
      ),
    }),
    answer: file('text/csv; charset=utf-8'),
    problems: { ...missing, nothing_rejected: 'not_found' },
    repeats: 'safe',
    since: '0.1.0',
    surfaces: ['http', 'sdk'],
  }),
  operation({
    id: 'imports.stop',
    method: 'POST',
    path: `${base}/:id/stop`,
    summary: 'Stop an import where it is',
    permission: 'imports:write',
    input: record({ ...ofTenant, id }),
    answer: json(entry),
    problems: { ...missing, import_not_running: 'conflict' },
    repeats: 'idempotent',
    audit: 'import.stopped',
    since: '0.1.0',
  }),
  operation({
    id: 'imports.undo',
    method: 'POST',
    path: `${base}/:id/undo`,
    summary: 'Take back everything that an import stored',
    description:
      'The ledgers are then as if it had never been; the same files can be imported again.',
    permission: 'imports:write',
    input: record({ ...ofTenant, id }),
    answer: accepted(entry),
    problems: { ...missing, import_running: 'conflict', import_undone: 'conflict' },
    repeats: 'idempotent',
    cost: 'heavy',
    audit: 'import.undone',
    since: '0.1.0',
  }),
] as const;
