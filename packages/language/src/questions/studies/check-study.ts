import type { Catalogue } from '../../linking/index.js';
import {
  type FrameProblem,
  isRecord,
  listOf,
  namesOf,
  oneOf,
  wholeOf,
} from '../frame/proposed-values.js';
import type { OrdersStudy, PeopleStudy, Study, StudyCondition, StudyKind } from './study.js';

const kinds: readonly StudyKind[] = [
  'retention',
  'repeats',
  'funnel',
  'people',
  'segments',
  'baskets',
  'orders',
  'goals',
];
const operators: readonly StudyCondition['operator'][] = ['equals', 'gt', 'gte', 'lt', 'lte'];
const directions = ['asc', 'desc'] as const;
/** More than anybody asks for in one question. */
const mostConditions = 20;

const names = (things: readonly { readonly name: string }[] = []) =>
  new Set(things.map(({ name }) => name));

/** A proposed study, checked against the catalogue; undefined with a problem noted. */
export function studyOf(
  problems: FrameProblem[],
  value: unknown,
  { studies, metrics }: Catalogue,
): Study | undefined {
  if (!isRecord(value) || studies === undefined) {
    problems.push({ path: 'study', message: 'is needed' });
    return undefined;
  }
  const kind = oneOf(problems, 'study.kind', value.kind, kinds, 'segments');
  const shown = <const T extends readonly string[]>(of: T): T[number] =>
    oneOf(problems, 'study.shown', value.shown, of, of[0] as T[number]);
  const within = wholeOf(problems, 'study.within', value.within ?? null, 1_000);
  switch (kind) {
    case 'retention': {
      const of = ['customers', 'revenue'] as const;
      const measure = oneOf(problems, 'study.measure', value.measure, of, 'customers');
      return { kind, shown: shown(['back', 'lost']), measure };
    }
    case 'repeats':
      return { kind, shown: shown(['rate', 'once', 'interval']), within };
    case 'funnel': {
      const steps = namesOf(problems, 'study.steps', value.steps, names(studies.acts));
      if (steps.length < 2 || steps.length > 10)
        problems.push({ path: 'study.steps', message: 'a funnel needs 2 to 10' });
      return { kind, steps, shown: shown(['steps', 'dropped']), within };
    }
    case 'people':
      return peopleOf(problems, value, names(studies.columns), shown(['list', 'count']));
    case 'segments':
      return { kind, by: oneOf(problems, 'study.by', value.by, ['rfm', 'spend'] as const, 'rfm') };
    case 'baskets': {
      const of = ['product', 'category', 'brand'] as const;
      const item = oneOf(problems, 'study.item', value.item, of, 'product');
      return { kind, item, focus: typeof value.focus === 'string' ? value.focus : null };
    }
    case 'orders':
      return ordersOf(problems, value, names(metrics), shown(['list', 'count']));
    case 'goals':
      return {
        kind,
        goals: namesOf(problems, 'study.goals', value.goals, names(studies.goals)),
      };
    default:
      throw new Error(`unknown study ${kind satisfies never}`);
  }
}

function peopleOf(
  problems: FrameProblem[],
  value: Record<string, unknown>,
  columns: ReadonlySet<string>,
  shown: PeopleStudy['shown'],
): PeopleStudy {
  const conditions = listOf(value.conditions).flatMap((entry, i): StudyCondition[] => {
    const path = `study.conditions[${i}]`;
    if (!isRecord(entry) || typeof entry.column !== 'string' || !columns.has(entry.column)) {
      problems.push({ path, message: 'needs a figure of customers' });
      return [];
    }
    const values = listOf(entry.values).filter(
      (one) => typeof one === 'string' || (typeof one === 'number' && Number.isFinite(one)),
    ) as (string | number)[];
    if (values.length === 0) problems.push({ path, message: 'needs a value' });
    const operator = oneOf(problems, `${path}.operator`, entry.operator, operators, 'equals');
    return [{ column: entry.column, operator, values: values.slice(0, 200) }];
  });
  if (conditions.length > mostConditions)
    problems.push({ path: 'study.conditions', message: `at most ${mostConditions}` });
  const order = isRecord(value.order) ? value.order : {};
  const by = typeof order.by === 'string' && columns.has(order.by) ? order.by : undefined;
  if (by === undefined)
    problems.push({ path: 'study.order', message: 'needs a figure of customers' });
  const direction = oneOf(problems, 'study.order.direction', order.direction, directions, 'desc');
  const limit = wholeOf(problems, 'study.limit', value.limit ?? null, 200);
  return { kind: 'people', shown, conditions, order: { by: by ?? '', direction }, limit };
}

function ordersOf(
  problems: FrameProblem[],
  value: Record<string, unknown>,
  metrics: ReadonlySet<string>,
  shown: OrdersStudy['shown'],
): OrdersStudy {
  const metric = typeof value.metric === 'string' ? value.metric : '';
  if (!metrics.has(metric)) problems.push({ path: 'study.metric', message: 'must name a metric' });
  const conditions = listOf(value.conditions).flatMap((entry, i) => {
    const path = `study.conditions[${i}]`;
    if (!isRecord(entry) || typeof entry.value !== 'number' || !Number.isFinite(entry.value)) {
      problems.push({ path, message: 'needs a number' });
      return [];
    }
    const operator = oneOf(problems, `${path}.operator`, entry.operator, operators, 'gt');
    return [{ operator, value: entry.value }];
  });
  if (conditions.length > mostConditions)
    problems.push({ path: 'study.conditions', message: `at most ${mostConditions}` });
  const order = oneOf(problems, 'study.order', value.order, ['value', 'time'] as const, 'value');
  const limit = wholeOf(problems, 'study.limit', value.limit ?? null, 500);
  return { kind: 'orders', shown, metric, conditions, order, limit };
}
