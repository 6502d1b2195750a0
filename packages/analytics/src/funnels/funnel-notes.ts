import {
  type Act,
  compileActs,
  type FunnelFigures,
  type FunnelPlan,
  type PlannedAct,
} from '@olympus/semantic';
import { join, sql } from '@olympus/sql';
import type { PeopleRun } from '../people/people-run.js';

/** What to know when reading a funnel's figures. */
export interface FunnelNote {
  readonly code: string;
  readonly message: string;
  /** Number of the step, from 1. */
  readonly step?: number;
}

/** Which of the acts nobody ever did, as positions. */
async function neverDone(
  run: PeopleRun,
  acts: readonly PlannedAct[],
): Promise<ReadonlySet<number>> {
  const done = await Promise.all(
    acts.map(async (act) => {
      const { tables, rows } = compileActs(run.context, [
        { act, span: { toMs: run.at.calendar.nowMs }, columns: () => [] },
      ]);
      const cte = tables.length === 0 ? sql`` : sql`WITH ${join(tables)} `;
      return run.ask(sql`${cte}SELECT 1 FROM (${rows}) AS a LIMIT 1`);
    }),
  );
  return new Set(done.flatMap((rows, index) => (rows.length === 0 ? [index] : [])));
}

const quoted = ({ act }: Act) => `"${act}"`;

/** What the figures alone do not tell: steps that nobody takes, windows that go on. */
export async function notesOf(
  run: PeopleRun,
  plan: FunnelPlan,
  figures: FunnelFigures,
): Promise<readonly FunnelNote[]> {
  const notes: FunnelNote[] = [];
  const empty = plan.steps.flatMap((_, index) =>
    figures.steps[index]?.people === 0 ? [index] : [],
  );
  const never = await neverDone(
    run,
    empty.map((index) => plan.steps[index]?.act).filter((act) => act !== undefined),
  );
  empty.forEach((index, position) => {
    const act = plan.steps[index]?.act;
    if (act === undefined || !never.has(position)) return;
    const filtered = act.filters.length > 0 ? ' with these filters' : '';
    notes.push({
      code: 'step_never',
      message: `Nobody ever did ${quoted({ act: act.name })}${filtered}, step ${index + 1}`,
      step: index + 1,
    });
  });
  for (const { step, dimension } of plan.unfiltered) {
    notes.push({
      code: 'step_not_filtered',
      message: `Step ${step + 1} says nothing about ${run.model.dimensions.get(dimension)?.label ?? dimension}, so the filter does not narrow it`,
      step: step + 1,
    });
  }
  const { profile } = run.at;
  if (profile !== undefined && plan.windowMs > profile.lastMs - profile.firstMs) {
    notes.push({
      code: 'window_exceeds_data',
      message: 'The window is longer than the data reaches, so later steps may be missing',
    });
  }
  if (figures.open > 0) {
    notes.push({
      code: 'windows_open',
      message: `${figures.open} have not converted yet and still may: their window goes on`,
    });
  }
  if (plan.breakdown !== undefined && figures.values > plan.breakdown.limit) {
    notes.push({
      code: 'values_folded',
      message: `${plan.breakdown.limit} of ${figures.values} values are told apart, the others together`,
    });
  }
  return notes;
}
