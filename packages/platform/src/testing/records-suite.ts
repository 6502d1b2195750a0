import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { systemPrincipal } from '@olympus/contract';
import { tenantId } from '@olympus/core';
import { getTableColumns, getTableName, is, Table } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { createDatabase } from '../database/database.js';
import { DatabaseError } from '../database/faults.js';
import { migrate } from '../database/migrate.js';
import { createPlatformOn, platformMigrations } from '../platform.js';
import { jsonSetting, type Setting } from '../records/settings.js';
import * as schema from '../schema/index.js';
import { codeOf, type Harness, testDeps } from './harness.js';

const actor = systemPrincipal('test');

/** Tenants, audit, declared schemas and metrics, settings and migrations, on any engine. */
export function recordsSuite(harness: () => Harness): void {
  it('creates a tenant with defaults, changes it, and finds it again', async () => {
    const { platform, other, advance } = harness();
    const shop = await platform.tenants.create({ id: 'shop', name: 'The Shop' });
    expect(shop).toEqual({
      id: 'shop',
      name: 'The Shop',
      timeZone: 'UTC',
      currency: 'EUR',
      weekStart: 'monday',
      locale: 'en',
      exchangeRates: {},
      demo: false,
      createdAt: shop.createdAt,
    });
    expect(await platform.tenants.get(shop.id)).toEqual(shop);
    expect(await other?.tenants.get(shop.id)).toEqual(other && shop);
    const changed = await platform.tenants.update(shop.id, {
      timeZone: 'europe/paris',
      exchangeRates: { USD: '0.92', IRR: '0.000021' },
    });
    expect(changed).toEqual({
      ...shop,
      timeZone: 'Europe/Paris',
      exchangeRates: { USD: '0.92', IRR: '0.000021' },
    });
    expect(await platform.tenants.get(shop.id)).toEqual(changed);
    advance(10_000);
    expect(await other?.tenants.get(shop.id)).toEqual(other && changed);
    expect(await platform.tenants.list()).toContainEqual(changed);
  });

  it('says which field of a tenant is wrong', async () => {
    const { platform } = harness();
    const at = async (input: object) => {
      const problem = await platform.tenants
        .create({ id: 'bad', ...input })
        .catch((error) => error);
      return problem.at ?? problem.code;
    };
    expect(await at({ timeZone: 'Mars/Olympus' })).toBe('/time_zone');
    expect(await at({ timeZone: '+01:00' })).toBe('/time_zone');
    expect(await at({ currency: 'euro' })).toBe('/currency');
    expect(await at({ weekStart: 'tuesday' })).toBe('/week_start');
    expect(await at({ locale: 'not a locale' })).toBe('/locale');
    expect(await at({ exchangeRates: { USD: '-1' } })).toBe('/exchange_rates/USD');
    expect(await at({ exchangeRates: { USD: '1e3' } })).toBe('/exchange_rates/USD');
    expect(await at({ name: '' })).toBe('/name');
    expect(await at({ id: 'Not An Id' })).toBe('invalid_tenant_id');
    expect(await at({ id: 'system' })).toBe('/id');
    expect(await codeOf(platform.tenants.update(tenantId('nobody'), {}))).toBe('tenant_not_found');
  });

  it('takes one of two tenants created with one id', async () => {
    const { platform, other } = harness();
    const create = () => platform.tenants.create({ id: 'twice' });
    const outcomes = await Promise.all([
      codeOf(create()),
      codeOf((other ?? platform).tenants.create({ id: 'twice' })),
    ]);
    expect(outcomes.filter((outcome) => outcome === 'tenant_exists')).toHaveLength(1);
  });

  it('removes a tenant with all that is its own, and keeps its audit entries', async () => {
    const { platform, newTenant, engine } = harness();
    const tenant = await newTenant();
    const user = await platform.users.create({ email: `${tenant}@example.com`, name: 'M' });
    await platform.users.setRole(tenant, user.id, 'owner');
    const { secret } = await platform.keys.create({
      tenantId: tenant,
      name: 'k',
      scopes: ['model:read'],
    });
    const session = await platform.sessions.create(user.id);
    await platform.people.keysFor(tenant, ['ann' as never]);
    await platform.audit.record({ tenantId: tenant, actor, action: 'tenant.removed' });
    expect(await platform.keys.resolve(secret)).toBeDefined();
    expect((await platform.sessions.resolve(session.token))?.tenants).toEqual([tenant]);
    expect(await platform.tenants.remove(tenant)).toBe(true);
    expect(await platform.tenants.remove(tenant)).toBe(false);
    expect(await platform.tenants.get(tenant)).toBeUndefined();
    expect(await platform.keys.resolve(secret)).toBeUndefined();
    expect((await platform.sessions.resolve(session.token))?.tenants).toEqual([]);
    expect(await codeOf(platform.people.tenantKey(tenant))).toBe('tenant_not_found');
    expect(await codeOf(platform.people.keysFor(tenant, ['ann' as never]))).toBe(
      'tenant_not_found',
    );
    const [row] = await engine.execute('select count(*) from person_keys where tenant_id = $1', [
      tenant,
    ]);
    expect(row?.[0]).toBe(0);
    expect(await platform.audit.list(tenant)).toHaveLength(1);
  });

  it('keeps each asker’s questions apart, and counts like ones that were not answered', async () => {
    const { platform, newTenant, advance } = harness();
    const tenantId = await newTenant();
    const [ann, bob] = ['ann', 'bob'].map((id) => ({ kind: 'user', id, name: id }) as const);
    if (ann === undefined || bob === undefined) throw new Error('nobody asks');
    const ask = async (asker: typeof ann, question: string, outcome: 'answer' | 'decline') => {
      advance(1_000);
      await platform.questions.record({
        tenantId,
        asker,
        conversationId: `of-${asker.id}`,
        question,
        outcome,
        ...(outcome === 'answer' ? { answer: { frame: { metrics: ['r\u0000'] } } } : {}),
      });
    };
    await ask(ann, 'Revenue?', 'answer');
    await ask(ann, 'Churn?', 'decline');
    await ask(bob, ' churn', 'decline');
    await ask(bob, 'weather\u0000', 'decline');
    const own = await platform.questions.list(tenantId, ann);
    expect(own.map(({ question }) => question)).toEqual(['Churn?', 'Revenue?']);
    expect(own[1]?.answer).toEqual({ frame: { metrics: ['r\ufffd'] } });
    const older = await platform.questions.list(tenantId, ann, { before: own[0]?.id ?? 0 });
    expect(older.map(({ question }) => question)).toEqual(['Revenue?']);
    expect(await platform.questions.list(tenantId, bob, { conversationId: 'of-ann' })).toEqual([]);
    const unanswered = await platform.questions.unanswered(tenantId);
    expect(unanswered.map(({ question, count, askers }) => [question, count, askers])).toEqual([
      [' churn', 2, 2],
      ['weather\ufffd', 1, 1],
    ]);
    const sinceMs = Date.parse(unanswered[1]?.lastAskedAt ?? '');
    expect(await platform.questions.unanswered(tenantId, { sinceMs })).toHaveLength(1);
    expect(
      await codeOf(
        platform.questions.record({
          tenantId: 'nobody' as never,
          asker: ann,
          conversationId: 'c',
          question: 'q',
          outcome: 'answer',
        }),
      ),
    ).toBe('tenant_not_found');
  });

  it('lists audit entries newest first, page by page', async () => {
    const { platform, newTenant } = harness();
    const tenant = await newTenant();
    for (let i = 0; i < 5; i++) {
      await platform.audit.record({
        tenantId: tenant,
        actor,
        action: 'key.created',
        target: `${i}`,
        detail: { i },
      });
    }
    const strange = 'a\u0000b\ud800';
    await platform.audit.record({
      tenantId: tenant,
      actor: { ...actor, name: strange },
      action: 'key.created',
      target: '5',
      detail: { strange },
    });
    const [last] = await platform.audit.list(tenant, { limit: 1 });
    expect(last).toMatchObject({
      actor: { name: 'a\ufffdb\ufffd' },
      detail: { strange: 'a\ufffdb\ufffd' },
    });
    const first = await platform.audit.list(tenant, { limit: 2, before: last?.id });
    expect(first.map((entry) => entry.target)).toEqual(['4', '3']);
    expect(first[0]).toMatchObject({
      tenantId: tenant,
      actor: { kind: 'system', id: 'system', name: 'test' },
      detail: { i: 4 },
    });
    const rest = await platform.audit.list(tenant, { limit: 10, before: first[1]?.id });
    expect(rest.map((entry) => entry.target)).toEqual(['2', '1', '0']);
    await platform.audit.record({ actor, action: 'installation.started' });
    expect((await platform.audit.list('all', { limit: 1 }))[0]).toMatchObject({ tenantId: null });
  });

  it('lists audit entries by who did what when, and tells what there is to choose from', async () => {
    const { platform, newTenant, advance } = harness();
    const tenant = await newTenant();
    const anna = { kind: 'user', id: 'u1', name: 'Anna' } as const;
    const till = { kind: 'key', id: 'k1', name: 'Till' } as const;
    for (const [by, action] of [
      [anna, 'key.created'],
      [till, 'schema.declared'],
      [{ ...anna, name: 'Anna B.' }, 'schema.declared'],
    ] as const) {
      advance(60_000);
      await platform.audit.record({ tenantId: tenant, actor: by, action });
    }
    await platform.audit.record({ actor: till, action: 'installation.started' });
    const user = await platform.users.create({
      email: 'ida@example.com',
      name: 'Ida',
      password: 'a long enough pass phrase',
    });
    const second = await newTenant();
    const about = (action: string, target: string, detail?: object) =>
      platform.audit.record({
        tenantId: second,
        actor: anna,
        action,
        target,
        ...(detail === undefined ? {} : { detail: { ...detail } }),
      });
    await about('key.created', 'k9', { name: 'Shop till' });
    await about('board.shared', 'k9', { name: 'a link' });
    await about('key.revoked', 'k9');
    await about('user.role_set', user.id);
    await about('job.retried', '7');
    expect((await platform.audit.list(second)).map(({ targetName }) => targetName)).toEqual([
      null,
      'Ida',
      'Shop till',
      'Shop till',
      'Shop till',
    ]);
    const [last, middle] = await platform.audit.list(tenant);
    const listed = async (filter: object) =>
      (await platform.audit.list(tenant, filter)).map((one) => [one.actor.id, one.action]);
    expect(await listed({ actor: 'u1' })).toEqual([
      ['u1', 'schema.declared'],
      ['u1', 'key.created'],
    ]);
    expect(await listed({ action: 'schema.declared', actor: 'k1' })).toEqual([
      ['k1', 'schema.declared'],
    ]);
    const span = { fromMs: Date.parse(middle?.at ?? ''), toMs: Date.parse(last?.at ?? '') };
    expect(await listed(span)).toEqual([['k1', 'schema.declared']]);
    expect(await platform.audit.choices(tenant)).toEqual({
      actors: [{ ...anna, name: 'Anna B.' }, till],
      actions: ['key.created', 'schema.declared'],
    });
  });

  it('refuses to change, delete or truncate the audit log, in the database itself', async () => {
    const { platform, engine } = harness();
    await platform.audit.record({ actor, action: 'key.created' });
    const before = await platform.audit.list('all');
    for (const statement of [
      `update audit_log set action = 'nothing'`,
      'delete from audit_log',
      'truncate audit_log',
    ]) {
      await expect(engine.execute(statement)).rejects.toThrow('append only');
    }
    expect(await platform.audit.list('all')).toEqual(before);
  });

  it('numbers the versions of a schema and keeps them all', async () => {
    const { platform, newTenant } = harness();
    const tenant = await newTenant();
    const one = { type: 'object', properties: { size: { type: 'string' }, b: 1, a: 2 } };
    expect(await platform.schemas.put(tenant, 'order.created', one)).toBe(1);
    const reordered = { properties: { a: 2, b: 1, size: { type: 'string' } }, type: 'object' };
    expect(await platform.schemas.put(tenant, 'order.created', reordered)).toBe(1);
    expect(await platform.schemas.put(tenant, 'order.created', { type: 'object' })).toBe(2);
    expect(await platform.schemas.put(tenant, 'review.created', true)).toBe(1);
    expect(
      (await platform.schemas.list(tenant)).map(({ type, version }) => [type, version]),
    ).toEqual([
      ['order.created', 2],
      ['review.created', 1],
    ]);
    expect((await platform.schemas.get(tenant, 'order.created', 1))?.schema).toEqual(one);
    expect((await platform.schemas.get(tenant, 'order.created'))?.schema).toEqual({
      type: 'object',
    });
    expect(await platform.schemas.get(tenant, 'unknown')).toBeUndefined();
    const versions = await Promise.all(
      Array.from({ length: 6 }, (_, i) => platform.schemas.put(tenant, 'order.created', { i })),
    );
    expect(versions.sort()).toEqual([3, 4, 5, 6, 7, 8]);
    expect(await codeOf(platform.schemas.put(tenantId('nobody'), 't', {}))).toBe(
      'tenant_not_found',
    );
  });

  it('keeps declared metrics and JSON of every kind as they are', async () => {
    const { platform, newTenant } = harness();
    const tenant = await newTenant();
    const values = [{ a: [1, 'x', null] }, '"quoted"', '1', 1.5, true, [], null, 'é🎈'];
    for (const [i, value] of values.entries()) {
      if (value !== null) await platform.metrics.put(tenant, `m${i}`, value);
    }
    await platform.metrics.put(tenant, 'm0', { changed: true });
    expect((await platform.metrics.list(tenant)).map((metric) => metric.definition)).toEqual([
      { changed: true },
      ...values.slice(1).filter((value) => value !== null),
    ]);
    expect(await platform.metrics.remove(tenant, 'm0')).toBe(true);
    expect(await platform.metrics.remove(tenant, 'm0')).toBe(false);
    expect(await codeOf(platform.metrics.put(tenantId('nobody'), 'm', {}))).toBe(
      'tenant_not_found',
    );
    expect(await codeOf(platform.metrics.put(tenant, 'm', { bad: '\ud800' }))).toBe(
      'value_not_storable',
    );
  });

  it('keeps settings apart by scope, seals secret ones, and checks their values', async () => {
    const { platform, engine, newTenant } = harness();
    const tenant = await newTenant();
    const theme = jsonSetting('web.theme');
    await platform.settings.set('system', theme, 'light');
    await platform.settings.set(tenant, theme, { kind: 'dark' });
    await platform.settings.set('system', theme, 'bright');
    expect(await platform.settings.get('system', theme)).toBe('bright');
    expect(await platform.settings.get(tenant, theme)).toEqual({ kind: 'dark' });
    expect(await platform.settings.get(await newTenant(), theme)).toBeUndefined();
    await platform.settings.set(tenant, theme, undefined);
    expect(await platform.settings.get(tenant, theme)).toBeUndefined();
    const secret: Setting<string> = {
      name: 'mail.password',
      secret: true,
      parse: (value) => {
        if (typeof value !== 'string') throw new TypeError('not a text');
        return value;
      },
    };
    await platform.settings.set(tenant, secret, 'hunter2');
    expect(await platform.settings.get(tenant, secret)).toBe('hunter2');
    expect(JSON.stringify(await engine.execute('select value from settings'))).not.toContain(
      'hunter2',
    );
    await expect(platform.settings.set(tenant, secret as Setting<unknown>, 5)).rejects.toThrow(
      'not a text',
    );
  });

  it('tells listeners what changed, and one that fails harms no other', async () => {
    const { platform, newTenant } = harness();
    const tenant = await newTenant();
    const heard = vi.fn();
    const stops = [
      platform.changes.onChange(() => {
        throw new Error('a bad listener');
      }),
      platform.changes.onChange(heard),
    ];
    await platform.schemas.put(tenant, 't', {});
    await platform.metrics.put(tenant, 'm', {});
    await platform.tenants.update(tenant, { name: 'New' });
    await platform.people.destroy(tenant, 'x' as never);
    await platform.settings.set('system', jsonSetting('x'), 1);
    for (const stop of stops) stop();
    await platform.metrics.put(tenant, 'm', {});
    expect(heard.mock.calls.map(([change]) => change)).toEqual([
      { kind: 'schemas', tenantId: tenant },
      { kind: 'metrics', tenantId: tenant },
      { kind: 'tenant', tenantId: tenant },
      { kind: 'erasure', tenantId: tenant },
      { kind: 'settings', tenantId: undefined },
    ]);
  });

  it('applies no migration twice, and its schema is the one the queries know', async () => {
    const { engine } = harness();
    expect(
      await migrate(createDatabase(engine), [{ room: 'platform', folder: platformMigrations }]),
    ).toEqual([]);
    const rows = await engine.execute(
      `select table_name, column_name from information_schema.columns
       where table_schema = 'public' and table_name <> 'applied_migrations'`,
    );
    const columnsOf = (table: Table) =>
      Object.values(getTableColumns(table)).map(
        (column) => `${getTableName(table)}.${column.name}`,
      );
    const expected = Object.values(schema).flatMap((table) =>
      is(table, Table) ? columnsOf(table) : [],
    );
    expect(rows.map((row) => row.join('.')).sort()).toEqual(expected.sort());
  });

  it('opens only with the master key that it was made with', async () => {
    const { engine, clock } = harness();
    const shared = { ...engine, close: () => Promise.resolve() };
    const another = testDeps(clock, { secretKey: new Uint8Array(randomBytes(32)) });
    expect(await codeOf(createPlatformOn(shared, another))).toBe('secret_key_wrong');
    const guessable = testDeps(clock, { secretKey: new Uint8Array(32) });
    expect(await codeOf(createPlatformOn(shared, guessable))).toBe('secret_key_weak');
    await (await createPlatformOn(shared, testDeps(clock))).ping();
  });

  it('tells faults without the values that were sent', async () => {
    const { engine } = harness();
    const queries = createDatabase(engine);
    const row = { tenantId: 'nobody', purpose: 'x', wrapped: 'a secret value', createdAt: 0 };
    const fault = await queries
      .run((run) => run.insert(schema.tenantSecrets).values(row))
      .catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(DatabaseError);
    expect(inspect(fault, { depth: 10, showHidden: true })).not.toContain('a secret value');
  });

  it('refuses a store that a newer version has written', async () => {
    const { engine } = harness();
    await engine.execute(`insert into applied_migrations (name) values ('9999_future')`);
    try {
      expect(
        await codeOf(
          migrate(createDatabase(engine), [{ room: 'platform', folder: platformMigrations }]),
        ),
      ).toBe('control_store_newer');
    } finally {
      await engine.execute(`delete from applied_migrations where name = '9999_future'`);
    }
  });

  it('rolls a transaction back whole, and goes on afterwards', async () => {
    const { engine } = harness();
    const count = async () => (await engine.execute('select count(*) from tenants'))[0]?.[0];
    const before = await count();
    const failing = engine.transaction(async (execute) => {
      await execute(
        `insert into tenants values ('rolled', 'r', 'UTC', 'EUR', 'monday', 'en', '{}', false, now())`,
      );
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await count()).toBe(before);
  });
}
