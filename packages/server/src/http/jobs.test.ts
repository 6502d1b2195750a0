import { tenantId } from '@olympus/core';
import { defineJob, defineSchedule, type Jobs } from '@olympus/jobs';
import jobsRoom from '@olympus/jobs/room';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runCommandLine } from '../cli/program.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let jobs: Jobs;
let mended = false;

const mail = defineJob({
  kind: 'test.mail',
  input: Type.Object({ to: Type.String() }),
  retry: { attempts: 1 },
  run: async ({ log, input }) => {
    log.info('trying');
    if (!mended) throw new Error('connect ECONNREFUSED /var/secret.sock');
    return { sent: input.to };
  },
});

beforeAll(async () => {
  server = await startTestServer();
  jobs = server.olympus.service(jobsRoom);
  jobs.register(mail);
});
afterAll(() => server.close());

async function call(method: string, path: string, key: string) {
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${key}` },
  });
  const body = (await response.json()) as Record<string, unknown>;
  return { status: response.status, body };
}

async function olympus(...args: string[]): Promise<string> {
  let out = '';
  const code = await runCommandLine(
    args,
    { OLYMPUS_DATA_DIR: server.folder, LOG_LEVEL: 'silent' },
    { stdout: { write: (text) => (out += text) }, stderr: { write: (text) => (out += text) } },
  );
  return `${code} ${out}`;
}

/** A dead job of a tenant. */
async function deadJob(tenant: string): Promise<number> {
  mended = false;
  const { id } = await jobs.enqueue(mail, { to: tenant }, { tenant: tenantId(tenant) });
  await vi.waitFor(async () => expect((await jobs.get('all', id)).state).toBe('dead'), 60_000);
  return id;
}

describe('jobs over HTTP and the command line', () => {
  it('takes no number for another: 1.5 and 0x1 are not 1', async () => {
    for (const id of ['1.5', '0x1', '+1', '%201', '1e0', '999999', '0999999']) {
      const { status } = await call('GET', `/api/jobs/${id}`, server.adminToken);
      expect([id, status]).toEqual([id, /^\d+$/.test(id) ? 404 : 400]);
    }
  });

  it('shows a tenant its own jobs, without what is for operators', async () => {
    const key = await server.key('one', 'jobs:read');
    const id = await deadJob('one');
    await deadJob('two');
    const list = await call('GET', '/api/tenants/one/jobs?state=dead', key);
    expect(list.body).toMatchObject({ jobs: [{ id, kind: 'test.mail', tenant_id: 'one' }] });
    const one = await call('GET', `/api/tenants/one/jobs/${id}`, key);
    expect(one).toMatchObject({
      status: 200,
      body: { state: 'dead', error: { code: 'job_failed' }, log: [{ message: 'trying' }] },
    });
    expect(JSON.stringify([list, one])).not.toContain('secret.sock');
    const operators = await call('GET', `/api/jobs/${id}`, server.adminToken);
    expect(JSON.stringify(operators.body)).toContain('secret.sock');
  });

  it('keeps tenants and those who may only read from changing anything', async () => {
    const id = await deadJob('two');
    const foreign = await server.key('one', 'jobs:read', 'jobs:write');
    const reader = await server.key('two', 'jobs:read');
    for (const verb of ['retry', 'cancel']) {
      const own = await call('POST', `/api/tenants/one/jobs/${id}/${verb}`, foreign);
      expect(own).toMatchObject({ status: 404, body: { code: 'job_not_found' } });
      const other = await call('POST', `/api/tenants/two/jobs/${id}/${verb}`, foreign);
      expect(other).toMatchObject({ status: 404, body: { code: 'not_found' } });
      const weak = await call('POST', `/api/tenants/two/jobs/${id}/${verb}`, reader);
      expect(weak).toMatchObject({ status: 403 });
      const above = await call('POST', `/api/jobs/${id}/${verb}`, foreign);
      expect(above).toMatchObject({ status: 403 });
    }
    expect((await call('GET', '/api/jobs', foreign)).status).toBe(403);
    expect((await jobs.get('all', id)).state).toBe('dead');
  });

  it('lets an owner retry a dead job, and writes down who did', async () => {
    const id = await deadJob('one');
    mended = true;
    const key = await server.key('one', 'jobs:read', 'jobs:write');
    expect(await call('POST', `/api/tenants/one/jobs/${id}/retry`, key)).toMatchObject({
      status: 200,
      body: { state: 'waiting' },
    });
    await vi.waitFor(
      async () => expect((await jobs.get('all', id)).state).toBe('succeeded'),
      60_000,
    );
    expect((await call('GET', `/api/tenants/one/jobs/${id}`, key)).body.result).toEqual({
      sent: 'one',
    });
    const again = await call('POST', `/api/tenants/one/jobs/${id}/cancel`, key);
    expect(again).toMatchObject({ status: 409, body: { code: 'job_finished' } });
    const [entry] = await server.platform.audit.list(tenantId('one'));
    expect(entry).toMatchObject({ action: 'job.retried', target: String(id) });
  });

  it('lists schedules, and runs one on demand', async () => {
    mended = true;
    const schedule = defineSchedule({
      id: 'test.weekly',
      job: mail,
      input: { to: 'all' },
      recurrence: { cron: '0 6 * * 1', timeZone: 'Europe/Berlin' },
    });
    await jobs.schedules.put({ ...schedule, tenant: tenantId('one') });
    const key = await server.key('one', 'jobs:read', 'jobs:write');
    const list = await call('GET', '/api/tenants/one/schedules', key);
    expect(list.body).toMatchObject({
      schedules: [{ id: 'test.weekly', cron: '0 6 * * 1', time_zone: 'Europe/Berlin' }],
    });
    const run = await call('POST', '/api/tenants/one/schedules/test.weekly/run', key);
    expect(run).toMatchObject({ status: 200, body: { created: true } });
    const all = await call('GET', '/api/schedules', server.adminToken);
    expect(JSON.stringify(all.body)).toContain('jobs.prune');
    const unknown = await call('POST', '/api/schedules/no.such/run', server.adminToken);
    expect(unknown).toMatchObject({ status: 404, body: { code: 'schedule_not_found' } });
  });

  it('is at hand on the command line', async () => {
    const id = await deadJob('two');
    expect(await olympus('jobs', 'list', '--state', 'dead', '--tenant', 'two')).toContain(
      'test.mail',
    );
    expect(await olympus('jobs', 'show', String(id))).toMatch(/^0 id: \d+[\s\S]*info trying/);
    mended = true;
    expect(await olympus('jobs', 'retry', String(id))).toBe(
      `0 The job ${id} (test.mail) is waiting.\n`,
    );
    await vi.waitFor(
      async () => expect((await jobs.get('all', id)).state).toBe('succeeded'),
      60_000,
    );
    expect(await olympus('jobs', 'cancel', String(id))).toContain('is over');
    expect(await olympus('jobs', 'list', '--json', '--kind', 'no.such')).toBe('0 []\n');
  });
});
