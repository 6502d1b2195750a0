import { createHash } from 'node:crypto';
import { type Clock, Problem, printWall, type TenantId, toWall } from '@olympus/core';
import {
  type Catalogue,
  createQuestionParser,
  type ProposedSynonym,
  type QuestionParser,
} from '@olympus/language';
import type { ModelDescription } from '@olympus/semantic';
import type { Analytics } from '../analytics.js';
import type { AskPlatform, TenantProfile } from '../ports.js';
import { createLruCache } from '../query/lru-cache.js';
import { buildCatalogue, type DimensionValues, type NamedCohort } from './catalogue.js';
import { readDimensionValues } from './dimension-values.js';
import type { Goals } from './goals.js';
import { type NamedGoal, studiesOf } from './studies-catalogue.js';
import { readSynonyms } from './synonyms.js';

/** What a tenant's questions are read with. */
export interface TenantLanguage {
  readonly tenant: TenantProfile;
  readonly model: ModelDescription;
  readonly catalogue: Catalogue;
  /** Saved cohorts, by whose names filters stand in frames. */
  readonly cohorts: readonly NamedCohort[];
  readonly parser: QuestionParser;
  /** First local date with data; undefined before the first event. */
  readonly firstDay: string | undefined;
  /** The local date on which the parser was made: it is made anew each day. */
  readonly today: string;
}

/** Values are not read anew more often than this while data comes in. */
const valuesLastMs = 5 * 60_000;
const keptTenants = 50;

interface KeptValues {
  readonly version: number;
  readonly readAtMs: number;
  /** Changes only when the values do: a parser is dear to make. */
  readonly print: string;
  readonly values: DimensionValues;
  /** The tenant's own event types, and acts that were done lately. */
  readonly acts: { readonly own: readonly string[]; readonly done: readonly string[] };
  readonly firstDay: string | undefined;
}

interface KeptLanguage {
  readonly key: string;
  readonly language: TenantLanguage;
}

/** What languages are made from. */
export interface LanguageDependencies {
  readonly analytics: Pick<Analytics, 'query' | 'model' | 'funnels' | 'cohorts'>;
  /** Targets, once a room below gives them. */
  readonly goals: () => Goals | undefined;
  readonly platform: AskPlatform;
  readonly clock: Clock;
  /** Rises with every change of the tenant's data. */
  readonly version: (tenant: TenantId) => number;
}

/** Each tenant's catalogue and parser, made when first asked for and kept while they hold. */
export interface TenantLanguages {
  /** @throws Problem `tenant_not_found` */
  get(tenant: TenantId): Promise<TenantLanguage>;
}

export function createTenantLanguages(deps: LanguageDependencies): TenantLanguages {
  const { analytics, platform, clock, version } = deps;
  const cache = <T>() =>
    createLruCache<T>({ entries: keptTenants, weight: 4 * keptTenants, weigh: () => 1 });
  const values = cache<KeptValues>();
  const languages = cache<KeptLanguage>();
  const reading = new Map<TenantId, Promise<KeptValues>>();

  const readValues = async (tenant: TenantId, model: ModelDescription): Promise<KeptValues> => {
    const at = version(tenant);
    const old = values.get(tenant);
    const fresh = old !== undefined && clock.now() - old.readAtMs < valuesLastMs;
    // the first data of a tenant is seen at once
    if (old !== undefined && (old.version === at || (fresh && old.firstDay !== undefined))) {
      return old;
    }
    const whole = await analytics.query({
      tenantId: tenant,
      query: { tenant_id: tenant, metrics: ['revenue'] },
    });
    const read = await readDimensionValues(analytics, tenant, model);
    const acts = await readActs(analytics, tenant);
    const kept: KeptValues = {
      version: at,
      readAtMs: clock.now(),
      print: createHash('sha256')
        .update(JSON.stringify([[...read], acts]))
        .digest('base64'),
      values: read,
      acts,
      firstDay:
        whole.meta.freshness.data_through === null
          ? undefined
          : whole.meta.range?.from.slice(0, 10),
    };
    values.set(tenant, kept);
    return kept;
  };

  const valuesOf = (tenant: TenantId, model: ModelDescription): Promise<KeptValues> => {
    const under = reading.get(tenant);
    if (under !== undefined) return under;
    const run = readValues(tenant, model).finally(() => reading.delete(tenant));
    reading.set(tenant, run);
    return run;
  };

  return {
    get: async (id) => {
      const tenant = await platform.tenants.get(id);
      if (tenant === undefined) {
        throw new Problem({
          code: 'tenant_not_found',
          kind: 'not_found',
          message: `There is no tenant "${id}"`,
        });
      }
      const model = await analytics.model(id);
      const kept = await valuesOf(id, model);
      const synonyms = await readSynonyms(platform, id);
      const goals = (await deps.goals()?.names(id)) ?? [];
      const cohorts = (await analytics.cohorts.list(id)).map(({ id: cohort, name }) => ({
        id: cohort,
        name,
      }));
      const nowMs = clock.now();
      const today = printWall(toWall(tenant.timeZone, nowMs)).slice(0, 10);
      const key = JSON.stringify([
        today,
        tenant.timeZone,
        tenant.weekStart,
        tenant.currency,
        kept.print,
        synonyms,
        goals,
        cohorts,
        model.metrics,
      ]);
      const known = languages.get(id);
      if (known?.key === key) return known.language;
      const german = await analytics.model(id, 'de');
      const named: Named = { synonyms, goals, cohorts };
      const language = createLanguage(tenant, { model, german }, kept, named, { nowMs, today });
      languages.set(id, { key, language });
      return language;
    },
  };
}

/** The acts of the last days; none where they cannot be counted. */
async function readActs(
  { funnels }: Pick<Analytics, 'funnels'>,
  tenant: TenantId,
): Promise<KeptValues['acts']> {
  const { acts } = await funnels.acts(tenant, 'en');
  return {
    own: acts.filter(({ own }) => own).map(({ act }) => act),
    done: acts.filter(({ count }) => count !== null && count > 0).map(({ act }) => act),
  };
}

/** What somebody of the tenant named. */
interface Named {
  readonly synonyms: readonly ProposedSynonym[];
  readonly goals: readonly NamedGoal[];
  readonly cohorts: readonly NamedCohort[];
}

function createLanguage(
  tenant: TenantProfile,
  { model, german }: Readonly<Record<'model' | 'german', ModelDescription>>,
  { values, firstDay, acts }: KeptValues,
  { synonyms, goals, cohorts }: Named,
  { nowMs, today }: { readonly nowMs: number; readonly today: string },
): TenantLanguage {
  const catalogue = buildCatalogue(model, german, values, {
    synonyms,
    currency: tenant.currency,
    cohorts,
    studies: studiesOf(
      acts.own,
      acts.done,
      goals,
      model.dimensions.map(({ name }) => name).filter((name) => name.startsWith('customer.')),
    ),
  });
  const parser = createQuestionParser(catalogue, {
    now: new Date(nowMs).toISOString(),
    timeZone: tenant.timeZone,
    // the grammar knows no weeks that begin on Saturday; Sunday is the nearest
    weekStart: tenant.weekStart === 'monday' ? 'monday' : 'sunday',
    fiscalYearStartMonth: 1,
  });
  return { tenant, model, catalogue, cohorts, parser, firstDay, today };
}
