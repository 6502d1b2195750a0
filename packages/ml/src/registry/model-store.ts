import type { Clock, TenantId } from '@olympus/core';
import type { Database, Row } from '@olympus/platform';
import { modelNotFound, nothingToRollBack } from '../problems.js';
import type { ChurnReport } from '../training/train-churn.js';
import type { ValueReport } from '../training/train-value.js';

export const modelKinds = ['churn', 'value'] as const;
export type ModelKind = (typeof modelKinds)[number];

export const modelStates = ['candidate', 'running', 'retired'] as const;
export type ModelState = (typeof modelStates)[number];

/** What a model was fitted to. */
export interface ModelData {
  /** Local dates, `YYYY-MM-DD`: the first with an order and the last that counts. */
  readonly from: string;
  readonly to: string;
  readonly customers: number;
  /** The same data has the same fingerprint. */
  readonly fingerprint: string;
  readonly seed: number;
}

export interface StoredModel {
  readonly kind: ModelKind;
  readonly version: number;
  readonly state: ModelState;
  readonly trainedAtMs: number;
  readonly data: ModelData;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly features: readonly string[];
  readonly report: ChurnReport | ValueReport;
  readonly durationMs: number;
  readonly artifact: string;
  readonly artifactSha256: string;
  readonly decidedAtMs: number | null;
  readonly decidedBy: string | null;
  /** Why it runs, or why it does not. */
  readonly reason: string;
}

export type NewModel = Omit<
  StoredModel,
  'state' | 'trainedAtMs' | 'decidedAtMs' | 'decidedBy' | 'reason'
>;

/** The registry of models. Everything asks for the tenant, and finds nothing of another's. */
export interface ModelStore {
  /** Newest first. */
  list(tenant: TenantId): Promise<readonly StoredModel[]>;
  /** @throws Problem `model_not_found` */
  get(tenant: TenantId, kind: ModelKind, version: number): Promise<StoredModel>;
  running(tenant: TenantId): Promise<readonly StoredModel[]>;
  nextVersion(tenant: TenantId, kind: ModelKind): Promise<number>;
  add(tenant: TenantId, model: NewModel, reason: string): Promise<void>;
  /** Runs this version in place of the one that runs. @throws Problem `model_not_found` */
  promote(
    tenant: TenantId,
    model: { readonly kind: ModelKind; readonly version: number },
    decision: { readonly by: string; readonly reason: string },
  ): Promise<StoredModel>;
  /** The version that ran last before the one that runs. @throws Problem `nothing_to_roll_back` */
  before(tenant: TenantId, kind: ModelKind): Promise<number>;
}

const iso = (ms: string) => `(extract(epoch from ${ms}) * 1000)::float8`;
const columns = `kind, version, state, ${iso('trained_at')}, data::text, parameters::text, features::text,
  report::text, duration_ms, artifact, artifact_sha256, ${iso('decided_at')}, decided_by, reason`;

function toModel(row: Row): StoredModel {
  const json = (at: number) => JSON.parse(String(row[at]));
  return {
    kind: String(row[0]) as ModelKind,
    version: Number(row[1]),
    state: String(row[2]) as ModelState,
    trainedAtMs: Math.round(Number(row[3])),
    data: json(4),
    parameters: json(5),
    features: json(6),
    report: json(7),
    durationMs: Number(row[8]),
    artifact: String(row[9]),
    artifactSha256: String(row[10]),
    decidedAtMs: row[11] === null ? null : Math.round(Number(row[11])),
    decidedBy: row[12] === null ? null : String(row[12]),
    reason: String(row[13]),
  };
}

export function createModelStore(database: Database, clock: Clock): ModelStore {
  const now = () => new Date(clock.now()).toISOString();
  const some = async (where: string, params: readonly unknown[]) => {
    const sql = `select ${columns} from ml_models where tenant_id = $1 ${where}`;
    return (await database.execute(sql, [...params] as never)).map(toModel);
  };
  const get: ModelStore['get'] = async (tenant, kind, version) => {
    const [model] = await some('and kind = $2 and version = $3', [tenant, kind, version]);
    if (model === undefined) throw modelNotFound(kind, version);
    return model;
  };
  return {
    list: (tenant) => some('order by trained_at desc, kind limit 200', [tenant]),
    get,
    running: (tenant) => some("and state = 'running' order by kind", [tenant]),
    async nextVersion(tenant, kind) {
      const [row] = await database.execute(
        'select coalesce(max(version), 0) + 1 from ml_models where tenant_id = $1 and kind = $2',
        [tenant, kind],
      );
      return Number(row?.[0] ?? 1);
    },
    async add(tenant, model, reason) {
      await database.execute(
        `insert into ml_models (tenant_id, kind, version, state, trained_at, data, parameters, features,
           report, duration_ms, artifact, artifact_sha256, reason)
         values ($1, $2, $3, 'candidate', $4::text::timestamptz, $5::text::jsonb, $6::text::jsonb,
           $7::text::jsonb, $8::text::jsonb, $9, $10, $11, $12)`,
        [
          tenant,
          model.kind,
          model.version,
          now(),
          JSON.stringify(model.data),
          JSON.stringify(model.parameters),
          JSON.stringify(model.features),
          JSON.stringify(model.report),
          Math.round(model.durationMs),
          model.artifact,
          model.artifactSha256,
          reason,
        ],
      );
    },
    async promote(tenant, { kind, version }, { by, reason }) {
      await get(tenant, kind, version);
      await database.script(async (execute) => {
        await execute(
          "update ml_models set state = 'retired' where tenant_id = $1 and kind = $2 and state = 'running'",
          [tenant, kind],
        );
        await execute(
          `update ml_models set state = 'running', decided_at = $4::text::timestamptz, decided_by = $5,
             reason = $6 where tenant_id = $1 and kind = $2 and version = $3`,
          [tenant, kind, version, now(), by, reason],
        );
      });
      return get(tenant, kind, version);
    },
    async before(tenant, kind) {
      const [row] = await database.execute(
        `select version from ml_models where tenant_id = $1 and kind = $2 and state = 'retired'
         order by decided_at desc, version desc limit 1`,
        [tenant, kind],
      );
      if (row === undefined) throw nothingToRollBack(kind);
      return Number(row[0]);
    },
  };
}
