import {
  anyObject,
  created,
  instantField,
  json,
  nothing,
  nullable,
  ofTenant,
  oneOf,
  operation,
  optional,
  record,
} from '@olympus/contract';
import { Type } from 'typebox';
import { noteSchema } from '../notes/notes.js';
import { fileKinds, roles } from '../recognise/roles.js';
import { largestUploadMegabytes } from '../settings.js';

const base = '/api/tenants/:tenant_id/uploads';
const id = Type.String({ minLength: 1, maxLength: 100, description: 'Id of the uploaded file' });
const missing = { upload_not_found: 'not_found' } as const;

export const readingFaults = {
  ...missing,
  unknown_file_format: 'unsupported',
  unreadable_file: 'invalid',
  unknown_encoding: 'invalid',
  empty_file: 'invalid',
  too_many_columns: 'too_large',
} as const;

const upload = record(
  {
    id: Type.String(),
    name: Type.String(),
    bytes: Type.Integer(),
    created_at: instantField('When it was uploaded'),
    expires_at: instantField('When it will be removed'),
  },
  { title: 'Upload', description: 'A file that waits to be imported' },
);

const form = record(
  {
    format: oneOf(['csv', 'ndjson', 'json', 'parquet']),
    encoding: optional(Type.String()),
    delimiter: optional(Type.String()),
    header_line: optional(Type.Integer()),
  },
  { title: 'FileForm', description: 'How a file is read' },
);
export const fileForm = form;

const proposal = record(
  {
    kind: nullable(
      oneOf(fileKinds, { description: 'What the file is; null when it is not clear' }),
    ),
    system: nullable(Type.String({ description: 'System whose layout it has, such as shopify' })),
    title: noteSchema,
    confidence: Type.Number({ description: '0 to 1, the least of what the mapping stands on' }),
    form,
    columns: Type.Array(
      record({
        column: Type.String(),
        role: nullable(oneOf(roles)),
        confidence: Type.Number(),
        sure: Type.Boolean({ description: 'False where a person should look' }),
        reasons: Type.Array(noteSchema),
        examples: Type.Array(Type.String()),
      }),
    ),
    mapping: nullable(
      anyObject({ description: 'How rows become events; null while something is missing' }),
    ),
    missing: Type.Array(noteSchema, {
      description: 'What has to be there: its `role` says which column',
    }),
    warnings: Type.Array(noteSchema),
  },
  { title: 'ImportProposal', description: 'What a file seems to be, and how it would be imported' },
);

export const uploadOperations = [
  operation({
    id: 'uploads.add',
    method: 'POST',
    path: base,
    summary: 'Upload a file to be imported',
    description: 'CSV, TSV, NDJSON, JSON or Parquet; gzip is fine. It is removed when it expires.',
    permission: 'imports:write',
    input: record({
      ...ofTenant,
      name: Type.String({
        minLength: 1,
        maxLength: 255,
        description: 'Name of the file, with its ending',
      }),
    }),
    upload: {
      mediaTypes: ['application/octet-stream', 'text/csv'],
      maxBytes: largestUploadMegabytes * 1024 ** 2,
    },
    answer: created(upload),
    problems: {
      upload_too_large: 'too_large',
      empty_file: 'invalid',
      objects_unavailable: 'unavailable',
    },
    repeats: 'once',
    cost: 'heavy',
    audit: 'upload.added',
    since: '0.1.0',
    surfaces: ['http', 'sdk'],
    examples: [
      {
        name: 'Orders of a till',
        input: { tenant_id: 'shop', name: 'orders.csv' },
        content:
          'Order,Date,SKU,Quantity,Price\n5001,2026-05-05,A-1,2,9.95\n5002,2026-05-06,A-2,1,4.50\n',
        answer: { name: 'orders.csv' },
      },
    ],
  }),
  operation({
    id: 'uploads.list',
    method: 'GET',
    path: base,
    summary: 'List uploaded files that have not expired',
    permission: 'imports:read',
    input: record(ofTenant),
    answer: json(record({ uploads: Type.Array(upload) }, { title: 'UploadList' })),
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'All of them', input: { tenant_id: 'shop' } }],
  }),
  operation({
    id: 'uploads.remove',
    method: 'DELETE',
    path: `${base}/:id`,
    summary: 'Remove an uploaded file',
    permission: 'imports:write',
    input: record({ ...ofTenant, id }),
    answer: nothing,
    problems: missing,
    repeats: 'idempotent',
    audit: 'upload.removed',
    since: '0.1.0',
  }),
  operation({
    id: 'uploads.recognise',
    method: 'POST',
    path: `${base}/:id/recognise`,
    summary: 'Say what an uploaded file is and how it would be imported',
    description:
      'Known layouts of shop systems, header words and the shapes of values decide; what is not sure is marked. `roles` and `kind` say what a person knows better.',
    permission: 'imports:write',
    input: record({
      ...ofTenant,
      id,
      kind: optional(oneOf(fileKinds)),
      roles: optional(
        Type.Record(Type.String(), nullable(Type.String({ maxLength: 500 })), {
          description: 'The column of a role, or null for none',
        }),
      ),
      encoding: optional(Type.String({ maxLength: 40 })),
      source: optional(
        Type.String({
          minLength: 1,
          maxLength: 100,
          description: 'Who sent it; part of the events’ ids',
        }),
      ),
    }),
    answer: json(proposal),
    problems: { ...readingFaults, unknown_column: 'invalid' },
    repeats: 'safe',
    cost: 'heavy',
    since: '0.1.0',
    examples: [
      {
        name: 'Orders, a line for each product',
        input: { tenant_id: 'shop', id: '{{uploads.add/id}}' },
        answer: { kind: 'orders_by_line', missing: [] },
      },
    ],
  }),
] as const;
