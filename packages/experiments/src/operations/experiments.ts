import type { Analytics } from '@olympus/analytics';
import type { Handlers, Principal } from '@olympus/contract';
import type { Clock, TenantId } from '@olympus/core';
import { allotArms, allotTraffic, type BucketRange, keptShare } from '../assignment/allocation.js';
import { checkArms, checkDefinition } from '../definition/check.js';
import type { ExperimentDefinition } from '../definition/definition.js';
import { requireTransition } from '../definition/states.js';
import { conflict, invalidExperiment } from '../problems.js';
import type { ExperimentReader } from '../results/read.js';
import type { ExperimentStore, StoredExperiment } from '../store/experiment-store.js';
import type { experimentOperations } from './experiments.contract.js';
import { createDescriber, knownResults } from './listing.js';
import { presentExperiment, presentVerdict } from './present.js';

export interface ExperimentDeps {
  readonly experiments: ExperimentStore;
  readonly reader: ExperimentReader;
  readonly analytics: Pick<Analytics, 'people' | 'surroundings'>;
  readonly clock: Clock;
  /** For spans of time. */
  readonly stopwatch: Clock;
}

type Operations = typeof experimentOperations;
type Fields = Parameters<Handlers<Operations>['experiments.create']>[0]['input'];

const by = (caller: Principal): string => caller.name;

/** The definition with plain defaults for what was left out. */
function toDefinition(input: Fields): ExperimentDefinition {
  return structuredClone({
    name: input.name.trim(),
    hypothesis: (input.hypothesis ?? '').trim(),
    unit: input.unit ?? 'visitor',
    arms: input.arms ?? [
      { key: 'control', weight: 0.5 },
      { key: 'treatment', weight: 0.5 },
    ],
    rules: input.rules ?? [],
    traffic: input.traffic ?? 1,
    layer: input.layer ?? null,
    holdout: input.holdout ?? true,
    primary: input.primary,
    secondary: input.secondary ?? [],
    guardrails: input.guardrails ?? [],
    window_days: input.window_days ?? 14,
    minimum_effect: input.minimum_effect ?? 0.05,
    planned_units: input.planned_units ?? null,
    planned_days: input.planned_days ?? null,
  }) as ExperimentDefinition;
}

export function experimentHandlers(deps: ExperimentDeps): Handlers<Operations> {
  const { experiments, reader, analytics, clock } = deps;
  const checked = async (tenant: TenantId, input: Fields) => {
    const definition = toDefinition(input);
    const { model } = await analytics.surroundings(tenant);
    checkDefinition(model, input.key, definition);
    return definition;
  };
  return {
    'experiments.create': async ({ tenant, caller, input, note }) => {
      const definition = await checked(tenant, input);
      note({ target: input.key, detail: { name: definition.name } });
      return presentExperiment(await experiments.add(tenant, input.key, definition, by(caller)));
    },
    'experiments.list': async ({ tenant, input, signal }) => {
      const all = (await experiments.list(tenant)).filter(
        (one) =>
          (input.state === undefined || one.state === input.state) &&
          (input.search === undefined || holds(one, input.search)),
      );
      const listed = [];
      const describe = createDescriber(deps, { tenant, signal });
      for (const experiment of all) listed.push(await describe(experiment));
      return { experiments: listed };
    },
    'experiments.get': async ({ tenant, input }) => ({
      experiment: presentExperiment(await experiments.get(tenant, input.key)),
      versions: (await experiments.versions(tenant, input.key)).map((one) => ({
        version: one.version,
        state: one.state,
        name: one.definition.name,
        changed_by: one.changedBy,
        changed_at: new Date(one.changedAtMs).toISOString(),
      })),
    }),
    'experiments.save': async ({ tenant, caller, input, note }) => {
      const was = await experiments.get(tenant, input.key);
      if (was.state !== 'draft') throw isRunning(was);
      const definition = await checked(tenant, input);
      note({ target: input.key, detail: { version: was.version + 1 } });
      return presentExperiment(await experiments.change(tenant, was, { definition }, by(caller)));
    },
    'experiments.start': async ({ tenant, caller, input, note }) => {
      const was = await experiments.get(tenant, input.key);
      requireTransition(was.key, was.state, 'running');
      const { definition } = was;
      const { model } = await analytics.surroundings(tenant);
      checkDefinition(model, was.key, definition);
      const traffic = await trafficOf(experiments, tenant, was, definition.traffic);
      const nowMs = clock.now();
      note({ target: was.key });
      const started = await experiments.change(
        tenant,
        was,
        {
          state: 'running',
          allocation: { traffic, arms: allotArms(definition.arms) },
          startedAtMs: nowMs,
          measuredFromMs: nowMs,
        },
        by(caller),
      );
      return presentExperiment(started);
    },
    'experiments.reallocate': async ({ tenant, caller, input, note }) => {
      const was = await experiments.get(tenant, input.key);
      if (was.state !== 'running' || was.allocation === null) {
        throw conflict(
          'wrong_state',
          `"${was.key}" does not run, it is ${was.state}`,
          '/key',
          'Change a draft with experiments.save.',
        );
      }
      const { definition, allocation } = was;
      const arms = reweighed(definition.arms, input.weights);
      const weightsChange = arms.some(
        ({ weight }, index) => weight !== definition.arms[index]?.weight,
      );
      const share = input.traffic ?? definition.traffic;
      const traffic = await trafficOf(experiments, tenant, was, share);
      const next = weightsChange ? allotArms(arms, allocation.arms) : allocation.arms;
      const kept = keptShare(allocation.arms, next);
      note({ target: was.key, detail: { traffic: share, kept } });
      const changed = await experiments.change(
        tenant,
        was,
        {
          definition: { ...definition, arms: [...arms], traffic: share },
          allocation: { traffic, arms: next },
          ...(weightsChange ? { measuredFromMs: clock.now() } : {}),
        },
        by(caller),
      );
      return { experiment: presentExperiment(changed), kept };
    },
    'experiments.stop': async ({ tenant, caller, input, note }) => {
      const was = await experiments.get(tenant, input.key);
      requireTransition(was.key, was.state, 'stopped');
      note({ target: was.key });
      const change = { state: 'stopped', stoppedAtMs: clock.now() } as const;
      return presentExperiment(await experiments.change(tenant, was, change, by(caller)));
    },
    'experiments.decide': async ({ tenant, caller, input, signal, note }) => {
      const was = await experiments.get(tenant, input.key);
      requireTransition(was.key, was.state, 'decided');
      const { arms } = was.definition;
      if (!arms.some(({ key }) => key === input.arm)) {
        throw unknownArm(
          input.arm,
          arms.map(({ key }) => key),
        );
      }
      const figures = await knownResults(reader, was, { tenant, signal });
      const decision = {
        arm: input.arm,
        reason: input.reason.trim(),
        decidedBy: by(caller),
        decidedAt: new Date(clock.now()).toISOString(),
        verdict: figures ? presentVerdict(figures.verdict) : null,
      };
      note({ target: was.key, detail: { arm: input.arm } });
      const change = { state: 'decided', decision } as const;
      return presentExperiment(await experiments.change(tenant, was, change, by(caller)));
    },
    'experiments.archive': async ({ tenant, caller, input, note }) => {
      const was = await experiments.get(tenant, input.key);
      requireTransition(was.key, was.state, 'archived');
      note({ target: was.key });
      return presentExperiment(
        await experiments.change(tenant, was, { state: 'archived' }, by(caller)),
      );
    },
    'experiments.remove': async ({ tenant, input, note }) => {
      const was = await experiments.get(tenant, input.key);
      if (was.state !== 'draft') {
        throw conflict(
          'wrong_state',
          `"${was.key}" is ${was.state}; only drafts are removed`,
          '/key',
          'Archive it, so that what was learnt stays.',
        );
      }
      note({ target: was.key });
      await experiments.remove(tenant, was.key);
      return undefined;
    },
  };
}

/** Whether an experiment's words hold a text, without regard to case. */
function holds({ key, definition, decision }: StoredExperiment, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  const words = [key, definition.name, definition.hypothesis, decision?.reason ?? ''];
  return words.some((one) => one.toLowerCase().includes(wanted));
}

/** The seed of an experiment's layer: its own where it shares none. */
export const layerSeedOf = (key: string, { layer }: Pick<ExperimentDefinition, 'layer'>): string =>
  layer === null ? `alone:${key}` : `layer:${layer}`;

async function trafficOf(
  experiments: ExperimentStore,
  tenant: TenantId,
  was: StoredExperiment,
  share: number,
): Promise<readonly BucketRange[]> {
  const { layer } = was.definition;
  const others =
    layer === null
      ? []
      : (await experiments.list(tenant)).filter(
          (one) => one.state === 'running' && one.key !== was.key && one.definition.layer === layer,
        );
  const taken = others
    .flatMap(({ allocation }) => allocation?.traffic ?? [])
    .sort((one, two) => one[0] - two[0]);
  const traffic = allotTraffic(share, taken, was.allocation?.traffic);
  if (traffic !== undefined) return traffic;
  throw conflict(
    'layer_full',
    `The layer "${layer ?? ''}" has no ${Math.round(share * 100)} % of its units left`,
    '/traffic',
    `Take less traffic, or stop one of ${others.map(({ key }) => key).join(', ')}.`,
  );
}

function reweighed(
  arms: ExperimentDefinition['arms'],
  weights: readonly number[] | undefined,
): ExperimentDefinition['arms'] {
  if (weights === undefined) return arms;
  if (weights.length !== arms.length) {
    throw invalidExperiment(
      `There are ${arms.length} arms and ${weights.length} weights`,
      '/weights',
      'Give one weight for each arm, in their order.',
    );
  }
  const changed = arms.map((arm, index) => ({ ...arm, weight: weights[index] ?? arm.weight }));
  checkArms(changed);
  return changed;
}

const isRunning = ({ key, state }: StoredExperiment) =>
  conflict(
    'experiment_running',
    `"${key}" is ${state}: its plan stays as it is, so that its figures mean what they meant`,
    '/key',
    'Change traffic or weights with experiments.reallocate, or stop it and plan another.',
  );

const unknownArm = (arm: string, arms: readonly string[]) =>
  invalidExperiment(
    `There is no arm "${arm.slice(0, 63)}"`,
    '/arm',
    `Choose one of ${arms.join(', ')}.`,
  );
