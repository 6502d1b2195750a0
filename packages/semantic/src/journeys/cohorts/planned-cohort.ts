import type { Metric } from '../../model/declarations.js';
import type { PlannedFilter } from '../../plan/plan.js';
import type { ActSpan } from '../compile-acts.js';
import type { PlannedAct } from '../plan-act.js';

/** A condition with its names found and its span on the calendar. */
export type PlannedCohortCondition =
  | {
      readonly kind: 'did';
      readonly act: PlannedAct;
      readonly atLeast: number;
      readonly atMost: number | undefined;
      readonly span: ActSpan;
    }
  | { readonly kind: 'did_not'; readonly act: PlannedAct; readonly span: ActSpan }
  | {
      readonly kind: 'sequence';
      readonly first: PlannedAct;
      readonly next: PlannedAct;
      readonly days: number;
      readonly span: ActSpan;
    }
  | { readonly kind: 'property'; readonly filter: PlannedFilter }
  | {
      readonly kind: 'metric';
      readonly metric: Metric;
      readonly operator: 'gt' | 'gte' | 'lt' | 'lte';
      readonly value: number;
      readonly span: ActSpan;
    }
  | { readonly kind: 'first_seen'; readonly act: PlannedAct; readonly span: ActSpan }
  | { readonly kind: 'cohort'; readonly cohort: Cohort; readonly member: boolean };

/** Who belongs to a cohort, ready to be compiled. */
export type PlannedCohort =
  | { readonly kind: 'list'; readonly customers: readonly string[] }
  | {
      readonly kind: 'rules';
      readonly match: 'all' | 'any';
      readonly groups: readonly {
        readonly match: 'all' | 'any';
        readonly conditions: readonly PlannedCohortCondition[];
      }[];
      /** Acts up to here count: the end of today. */
      readonly toMs: number;
      /** Conditions together with those of the cohorts it is made of. */
      readonly size: number;
    };

/** A saved cohort of a tenant's model. */
export interface Cohort {
  readonly id: string;
  readonly name: string;
  readonly plan: PlannedCohort;
}
