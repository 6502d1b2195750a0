import type { Handlers, PersonalData, PersonReference } from '@olympus/contract';
import type { TenantId } from '@olympus/core';
import type { JobKind, Jobs } from '@olympus/jobs';
import type { Execute, Platform } from '@olympus/platform';
import type contract from '../contract.js';
import type { Erasures } from '../erasure/erasures.js';
import type { Exports } from '../export/exports.js';
import { isCustomerData } from '../people/register.js';
import type { Seals } from '../people/seals.js';

export interface PeopleHandlerDeps {
  readonly platform: Pick<Platform, 'database' | 'people'>;
  readonly jobs: Jobs;
  readonly seals: Seals;
  readonly erasures: Erasures;
  readonly exports: Exports;
  readonly eraseJob: JobKind<{ erasure: string }>;
  readonly exportJob: JobKind<{ export: string }>;
  readonly stores: () => readonly PersonalData[];
  readonly identify: (tenant: TenantId, customerId: string) => Promise<PersonReference>;
}

export function peopleHandlers(deps: PeopleHandlerDeps): Handlers<typeof contract.operations> {
  const { platform, jobs, seals, erasures, exports, identify } = deps;

  /** A request and its job, both or none. */
  async function request<Input>(
    tenant: TenantId,
    customerId: string,
    kind: JobKind<Input>,
    rows: Pick<Erasures, 'add' | 'remove'>,
    toInput: (id: string) => Input,
  ) {
    const person = await identify(tenant, customerId);
    const pseudonym = await seals.personOf(tenant, customerId);
    // before the transaction, in which no other query can run
    const tenantKey = await platform.people.tenantKey(tenant);
    const answer = await platform.database.script(async (execute: Execute) => {
      const id = await rows.add(execute, person, pseudonym, tenantKey);
      const [enqueued] = await jobs.enqueueWithin(execute, [
        { kind: kind as JobKind, input: toInput(id), tenant, exclusiveKey: pseudonym },
      ]);
      if (enqueued === undefined) throw new Error('a job was neither stored nor refused');
      if (!enqueued.created) await rows.remove(execute, id);
      return { id: enqueued.created ? id : null, job: enqueued.id };
    });
    jobs.wake();
    return answer;
  }

  return {
    'people.erase': async ({ tenant, input, note }) => {
      const { id, job } = await request(
        tenant,
        input.customer_id,
        deps.eraseJob,
        erasures,
        (erasure) => ({ erasure }),
      );
      note({ target: id ?? `job ${job}` });
      return { job, erasure: id };
    },
    'people.export': async ({ tenant, input, note }) => {
      const { id, job } = await request(
        tenant,
        input.customer_id,
        deps.exportJob,
        exports,
        (made) => ({ export: made }),
      );
      const made = id ?? (await exportOf(jobs, tenant, job));
      note({ target: made });
      return { job, export: made };
    },
    'people.readmit': async ({ tenant, input, note }) => {
      const { key } = await identify(tenant, input.customer_id);
      note({ target: await seals.personOf(tenant, input.customer_id) });
      return { readmitted: await platform.people.consentAgain(tenant, key) };
    },
    'personal_exports.get': async ({ tenant, input, note }) => {
      note({ target: input.export_id });
      return exports.get(tenant, input.export_id);
    },
    'erasures.list': async ({ tenant, input }) => {
      const person =
        input.customer_id === undefined
          ? undefined
          : await seals.personOf(tenant, input.customer_id);
      const found = await erasures.list(tenant, { person, limit: input.limit ?? 100 });
      return {
        erasures: found.map(({ requestedAt, finishedAt, ...rest }) => ({
          ...rest,
          requested_at: requestedAt,
          finished_at: finishedAt,
        })),
      };
    },
    'personal_data.list': () => ({
      stores: deps.stores().map((data) => ({
        store: data.store,
        about: data.about,
        what: data.what,
        where: data.where,
        kept: data.kept,
        form: data.form,
        tables: data.tables,
        goes: isCustomerData(data) ? null : data.goes,
      })),
    }),
  };
}

/** The export that a job under way makes. */
async function exportOf(jobs: Jobs, tenant: TenantId, job: number): Promise<string> {
  const { input } = await jobs.get(tenant, job);
  return String((input as { export?: unknown }).export);
}
