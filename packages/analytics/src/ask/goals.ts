import type { TenantId } from '@olympus/core';
import type { ModelLanguage, Unit } from '@olympus/semantic';
import type { NamedGoal } from './studies-catalogue.js';

/** How a target stands in its present period. */
export interface GoalStanding extends NamedGoal {
  readonly unit: Unit;
  readonly period: { readonly from: string; readonly to: string };
  readonly value: number | null;
  readonly target: number | null;
  /** What the target asks for by now. */
  readonly expected: number | null;
  /** Where the period is likely to end. */
  readonly landing: number | null;
  readonly status:
    | 'reached'
    | 'ahead'
    | 'on'
    | 'behind'
    | 'missed'
    | 'too_early'
    | 'no_target'
    | 'no_data'
    | 'unknown_metric';
}

/** Targets, which a room below this one keeps. */
export interface Goals {
  names(tenant: TenantId): Promise<readonly NamedGoal[]>;
  /** @param ids  all of them where it is empty */
  standings(
    tenant: TenantId,
    ids: readonly string[],
    language: ModelLanguage,
    signal?: AbortSignal,
  ): Promise<readonly GoalStanding[]>;
}
