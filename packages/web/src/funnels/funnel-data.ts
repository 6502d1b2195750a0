import type { FunnelAnswer } from '@olympus/sdk';
import type { FunnelData } from '../charts/index.js';
import type { NamedGroup } from './group-label.js';

/** The steps as the chart of funnels draws them, each divided by group where they are told apart. */
export function funnelData(
  answer: Pick<FunnelAnswer, 'steps'>,
  groups: readonly NamedGroup[],
  title: string,
): FunnelData {
  return {
    title,
    unit: 'count',
    steps: answer.steps.map(({ number, label, people }, index) => ({
      key: String(number),
      label,
      value: people,
      ...(groups.length > 0
        ? {
            segments: groups.map((group) => ({
              key: group.key,
              label: group.label,
              value: group.people[index] ?? 0,
              ...(group.rest ? { slot: 'other' as const } : {}),
            })),
          }
        : {}),
    })),
  };
}
