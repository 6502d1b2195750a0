import {
  compilePaths,
  type ModelLanguage,
  type Paths,
  pathKeys,
  pathPrefix,
  planPaths,
} from '@olympus/semantic';
import { labelOfAct } from '../funnels/act-labels.js';
import { startRun } from '../funnels/funnel-request.js';
import type { PeopleDependencies, PeopleRequest } from '../people/people-run.js';
import type { PathAnswer } from './paths.contract.js';

export interface PathRequest extends PeopleRequest {
  readonly paths: Paths;
}

type Told = PathAnswer['nodes'][number];
type Node = Omit<Told, 'visits'> & { visits: number };

/** Where visits go after an act, or come from before it. */
export async function runPaths(
  deps: PeopleDependencies,
  request: PathRequest,
): Promise<PathAnswer> {
  const run = await startRun(deps, request);
  const plan = planPaths(run.model, request.paths);
  const { language } = run.model;
  const from = plan.from && {
    act: plan.from.name,
    label: labelOfAct(plan.from.name, language),
  };
  const nodes = new Map<string, Node>();
  const nodeOf = (step: number, key: string): Node => {
    const id = `${step}:${key}`;
    const node = nodes.get(id) ?? { id, step, visits: 0, ...told(key, from?.label, language) };
    nodes.set(id, node);
    return node;
  };
  const rows = await run.ask(compilePaths(run.context, plan, run.range));
  let visits = 0;
  const links = rows.map(([step, key, next, count]) => {
    const n = Number(count);
    const one = nodeOf(Number(step), String(key));
    const other = nodeOf(Number(step) + 1, String(next));
    if (Number(step) === 0) {
      one.visits += n;
      visits += n;
    }
    other.visits += n;
    const [first, second] = plan.direction === 'next' ? [one, other] : [other, one];
    return { from: first.id, to: second.id, visits: n };
  });
  const { direction, depth, top, by } = plan;
  return {
    ...run.source(),
    from: from ?? null,
    direction,
    depth,
    top,
    by,
    visits,
    nodes: [...nodes.values()],
    links,
    notes:
      visits > 0 || from === undefined
        ? []
        : [{ code: 'start_never', message: `Nobody did "${from.act}" in the range` }],
  };
}

function told(
  key: string,
  start: string | undefined,
  language: ModelLanguage,
): Pick<Told, 'kind' | 'label'> {
  if (key === pathKeys.start) return { kind: 'start', label: start ?? '' };
  if (key === pathKeys.others || key === pathKeys.end) return { kind: key, label: '' };
  if (key.startsWith(pathPrefix.page)) {
    return { kind: 'page', label: key.slice(pathPrefix.page.length) };
  }
  return { kind: 'act', label: labelOfAct(key.slice(pathPrefix.act.length), language) };
}
