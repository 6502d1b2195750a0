import {
  accepted,
  json,
  nullable,
  ofTenant,
  oneOf,
  operation,
  optional,
  record,
} from '@olympus/contract';
import { Type } from 'typebox';

const person = {
  ...ofTenant,
  customer_id: Type.String({
    minLength: 1,
    maxLength: 256,
    description: 'Id under which the business knows the person',
  }),
};
const counts = nullable(
  Type.Record(Type.String(), Type.Integer(), { description: 'Rows by table or the like' }),
);
const about = oneOf(['customer', 'account', 'derived'] as const, {
  description:
    'customer: searched for a person and erased; account: of people who use Olympus; derived: follows another store',
});
const queueFaults = { too_many_waiting_jobs: 'rate_limited' } as const;
const base = '/api/tenants/:tenant_id';

const receipt = record(
  {
    id: Type.String(),
    tenant: Type.String(),
    person: Type.String({ description: 'Stands for the customer; made of the id by a secret' }),
    requested_at: Type.String(),
    finished_at: Type.String(),
    outcome: oneOf(['erased', 'nothing_found'] as const),
    stores: Type.Array(
      record({
        store: Type.String(),
        what: Type.String(),
        about,
        found: counts,
        done: counts,
        left: counts,
        goes: nullable(Type.String()),
      }),
    ),
    scrubbed: Type.Array(Type.String(), {
      description: 'Files that were cleared of what erasing had left in them',
    }),
  },
  { title: 'ErasureReceipt', description: 'Proof of an erasure; it names nobody' },
);

export const peopleOperations = [
  operation({
    id: 'people.erase',
    method: 'POST',
    path: `${base}/people/:customer_id/erasure`,
    summary: 'Erase a person',
    description:
      'Runs as a job, which the answer names. Amounts stay, under a key that nobody can link. While an erasure of the person is under way the answer names that one.',
    permission: 'privacy:write',
    input: record(person),
    answer: accepted(
      record(
        {
          job: Type.Integer({ description: 'Id of the job' }),
          erasure: nullable(
            Type.String({ description: 'Id of the receipt to be; null where one is under way' }),
          ),
        },
        { title: 'ErasureAccepted' },
      ),
    ),
    problems: queueFaults,
    repeats: 'idempotent',
    audit: 'person.erasure_requested',
    since: '0.1.0',
    examples: [{ name: 'One customer', input: { tenant_id: 'shop', customer_id: 'C-1' } }],
  }),
  operation({
    id: 'people.export',
    method: 'POST',
    path: `${base}/people/:customer_id/export`,
    summary: 'Gather all that is held of a person',
    description: 'Runs as a job, which the answer names; the result can be fetched for 7 days.',
    permission: 'privacy:write',
    input: record(person),
    answer: accepted(
      record({ job: Type.Integer(), export: Type.String() }, { title: 'PersonalExportAccepted' }),
    ),
    problems: queueFaults,
    repeats: 'once',
    audit: 'person.export_requested',
    since: '0.1.0',
    examples: [{ name: 'One customer', input: { tenant_id: 'shop', customer_id: 'C-2' } }],
  }),
  operation({
    id: 'people.readmit',
    method: 'POST',
    path: `${base}/people/:customer_id/readmission`,
    summary: 'Let personal fields of an erased person be kept again',
    description:
      'After an erasure names and texts of the person are not kept, should events about them arrive again. This ends that, for a person who agreed.',
    permission: 'privacy:write',
    input: record(person),
    answer: json(record({ readmitted: Type.Boolean() }, { title: 'Readmission' })),
    repeats: 'idempotent',
    audit: 'person.readmitted',
    since: '0.1.0',
    examples: [
      { name: 'Somebody who was never erased', input: { tenant_id: 'shop', customer_id: 'C-3' } },
    ],
  }),
  operation({
    id: 'personal_exports.get',
    method: 'GET',
    path: `${base}/personal-exports/:export_id`,
    summary: 'Fetch what was gathered of a person',
    permission: 'privacy:write',
    input: record({ ...ofTenant, export_id: Type.String({ minLength: 1, maxLength: 64 }) }),
    answer: json(
      record(
        {
          exported_at: Type.String(),
          customer_id: Type.String(),
          stores: Type.Record(
            Type.String(),
            record({
              what: Type.String(),
              kept: Type.String(),
              content: Type.Array(Type.Unknown()),
            }),
          ),
        },
        { title: 'PersonalExport', description: 'All that is held of a person' },
      ),
    ),
    problems: { export_not_found: 'not_found', export_not_ready: 'conflict' },
    repeats: 'safe',
    audit: 'person.export_fetched',
    since: '0.1.0',
  }),
  operation({
    id: 'erasures.list',
    method: 'GET',
    path: `${base}/erasures`,
    summary: 'List erasures with their receipts, newest first',
    permission: 'privacy:read',
    input: record({
      ...ofTenant,
      customer_id: optional({ ...person.customer_id }),
      limit: optional(Type.Integer({ minimum: 1, maximum: 500 })),
    }),
    answer: json(
      record(
        {
          erasures: Type.Array(
            record(
              {
                id: Type.String(),
                person: Type.String(),
                requested_at: Type.String(),
                finished_at: nullable(Type.String()),
                receipt: nullable(receipt),
                signature: nullable(
                  Type.String({ description: 'HMAC-SHA-256 of the receipt, base64url' }),
                ),
                valid: nullable(Type.Boolean({ description: 'Whether the signature fits' })),
              },
              { title: 'Erasure' },
            ),
          ),
        },
        { title: 'ErasureList' },
      ),
    ),
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'The newest', input: { tenant_id: 'shop' } }],
  }),
  operation({
    id: 'personal_data.list',
    method: 'GET',
    path: `${base}/personal-data`,
    summary: 'List every store of data about people',
    permission: 'privacy:read',
    input: record(ofTenant),
    answer: json(
      record(
        {
          stores: Type.Array(
            record(
              {
                store: Type.String(),
                about,
                what: Type.String(),
                where: Type.String(),
                kept: Type.String(),
                form: oneOf(['clear', 'sealed', 'pseudonym'] as const),
                tables: Type.Array(Type.String()),
                goes: nullable(Type.String()),
              },
              { title: 'PersonalDataStore' },
            ),
          ),
        },
        { title: 'PersonalDataRegister' },
      ),
    ),
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'The register', input: { tenant_id: 'shop' } }],
  }),
] as const;
