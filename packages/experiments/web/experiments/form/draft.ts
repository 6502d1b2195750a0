import type { Experiment, InputOf } from '@olympus/sdk';

export type ExperimentInput = Omit<InputOf<'experiments.create'>, 'tenant_id'>;
export type MetricKind = Experiment['primary']['kind'];

export interface DraftArm {
  readonly id: number;
  readonly key: string;
  /** In per cent. */
  readonly weight: string;
}

/** A plan as the form holds it. Numbers are text; shares are in per cent. */
export interface Draft {
  readonly name: string;
  readonly key: string;
  readonly hypothesis: string;
  readonly unit: Experiment['unit'];
  /** `metric/kind`. */
  readonly primary: string;
  readonly guardrail: string;
  readonly margin: string;
  readonly effect: string;
  readonly windowDays: string;
  readonly arms: readonly DraftArm[];
  readonly traffic: string;
  readonly layer: string;
}

export const emptyDraft: Draft = {
  name: '',
  key: '',
  hypothesis: '',
  unit: 'visitor',
  primary: 'orders/share',
  guardrail: '',
  margin: '3',
  effect: '5',
  windowDays: '14',
  arms: [
    { id: 0, key: 'control', weight: '50' },
    { id: 1, key: 'treatment', weight: '50' },
  ],
  traffic: '100',
  layer: '',
};

const percent = (share: number) => String(Number((share * 100).toPrecision(6)));

export const metricChoice = ({ metric, kind }: Experiment['primary']) => `${metric}/${kind}`;

export function draftOf(experiment: Experiment): Draft {
  const [guardrail] = experiment.guardrails;
  return {
    name: experiment.name,
    key: experiment.key,
    hypothesis: experiment.hypothesis,
    unit: experiment.unit,
    primary: metricChoice(experiment.primary),
    guardrail: guardrail === undefined ? '' : metricChoice(guardrail),
    margin: percent(guardrail?.margin ?? 0.03),
    effect: percent(experiment.minimum_effect),
    windowDays: String(experiment.window_days),
    arms: experiment.arms.map(({ key, weight }, id) => ({ id, key, weight: percent(weight) })),
    traffic: percent(experiment.traffic),
    layer: experiment.layer ?? '',
  };
}

/** A key from a name: small letters, digits and hyphens. */
export const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 63)
    .replaceAll(/-+$/g, '');

export type DraftFault = 'name' | 'key' | 'primary' | 'effect' | 'arms' | 'traffic';

const keyPattern = /^[a-z0-9][a-z0-9_-]{0,62}$/;
const number = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));

export function readMetric(choice: string): Experiment['primary'] | undefined {
  const at = choice.lastIndexOf('/');
  if (at < 1) return undefined;
  return { metric: choice.slice(0, at), kind: choice.slice(at + 1) as MetricKind };
}

/** What is sent, or what is wrong first. */
export function inputOf(
  draft: Draft,
  planned: { readonly units: number; readonly days: number | null } | null,
): { readonly input: ExperimentInput } | { readonly fault: DraftFault } {
  const primary = readMetric(draft.primary);
  const guardrail = readMetric(draft.guardrail);
  const effect = number(draft.effect) / 100;
  const traffic = number(draft.traffic) / 100;
  const weights = draft.arms.map(({ weight }) => number(weight) / 100);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const keys = new Set(draft.arms.map(({ key }) => key));
  if (draft.name.trim() === '') return { fault: 'name' };
  if (!keyPattern.test(draft.key)) return { fault: 'key' };
  if (primary === undefined) return { fault: 'primary' };
  if (!(effect > 0 && effect <= 10)) return { fault: 'effect' };
  if (
    !(Math.abs(total - 1) <= 0.005) ||
    keys.size < draft.arms.length ||
    weights.some((weight) => !(weight > 0)) ||
    [...keys].some((key) => !keyPattern.test(key))
  ) {
    return { fault: 'arms' };
  }
  if (!(traffic > 0 && traffic <= 1)) return { fault: 'traffic' };
  const margin = number(draft.margin) / 100;
  return {
    input: {
      key: draft.key,
      name: draft.name.trim(),
      hypothesis: draft.hypothesis.trim(),
      unit: draft.unit,
      primary,
      guardrails:
        guardrail === undefined ? [] : [{ ...guardrail, margin: margin > 0 ? margin : 0.03 }],
      minimum_effect: effect,
      window_days: Math.min(90, Math.max(1, Math.round(number(draft.windowDays)) || 14)),
      arms: draft.arms.map(({ key }, index) => ({ key, weight: weights[index] ?? 0 })),
      traffic,
      layer: draft.layer.trim() === '' ? null : keyOf(draft.layer),
      planned_units: planned?.units ?? null,
      planned_days: planned?.days ?? null,
    },
  };
}
