import type { ActList, FunnelQuery } from '@olympus/sdk';
import { useCallback, useMemo } from 'react';
import { usePageSearch } from '../address/use-address.js';
import { funnelSearch } from './funnel-search.js';
import {
  type BuiltExclusion,
  type BuiltStep,
  parseExclusion,
  parseStep,
  printExclusion,
  printStep,
} from './written-act.js';

export type Window = NonNullable<FunnelQuery['window']>;
export const WINDOW_UNITS = ['minute', 'hour', 'day', 'week', 'month'] as const;
const DEFAULT_WINDOW: Window = { count: 7, unit: 'day' };

/** A funnel as it is built on the page. */
export interface BuiltFunnel {
  readonly steps: readonly BuiltStep[];
  readonly exclusions: readonly BuiltExclusion[];
  readonly order: NonNullable<FunnelQuery['order']>;
  readonly per: NonNullable<FunnelQuery['per']>;
  readonly window: Window;
  readonly breakdown: { readonly dimension: string; readonly step?: number } | undefined;
  readonly touch: 'first' | 'last';
}

export function parseWindow(text: string | undefined): Window {
  const [, count, word] = /^(\d{1,5})(\w+)$/.exec(text ?? '') ?? [];
  const unit = WINDOW_UNITS.find((one) => one === word);
  return unit === undefined || Number(count) < 1 ? DEFAULT_WINDOW : { count: Number(count), unit };
}

const printWindow = ({ count, unit }: Window) =>
  count === DEFAULT_WINDOW.count && unit === DEFAULT_WINDOW.unit ? undefined : `${count}${unit}`;

export function parseBreakdown(text: string | undefined): BuiltFunnel['breakdown'] {
  if (text === undefined) return undefined;
  const [, step, dimension] = /^(?:(\d+):)?([\w.]+)$/.exec(text) ?? [];
  if (dimension === undefined) return undefined;
  return step === undefined ? { dimension } : { dimension, step: Number(step) };
}

/** The funnel in the address, or the one that the shop’s acts suggest; and how to change it. */
export function useFunnel(acts: ActList | undefined) {
  const [search, change] = usePageSearch(funnelSearch);
  const funnel = useMemo((): BuiltFunnel => {
    const steps = search.s.flatMap((text) => parseStep(text) ?? []);
    const suggested = (acts?.suggested ?? []).map((act) => ({ act, filters: [] }));
    return {
      steps: steps.length > 0 ? steps : suggested,
      exclusions: search.x.flatMap((text) => parseExclusion(text) ?? []),
      order: search.o,
      per: search.per,
      window: parseWindow(search.w),
      breakdown: parseBreakdown(search.b),
      touch: search.touch,
    };
  }, [search, acts]);
  const set = useCallback(
    (part: Partial<BuiltFunnel>) =>
      change({
        ...('steps' in part ? { s: part.steps?.map(printStep) ?? [] } : {}),
        ...('exclusions' in part ? { x: part.exclusions?.map(printExclusion) ?? [] } : {}),
        ...('order' in part && part.order ? { o: part.order } : {}),
        ...('per' in part && part.per ? { per: part.per } : {}),
        ...('window' in part && part.window ? { w: printWindow(part.window) } : {}),
        ...('breakdown' in part
          ? {
              b: part.breakdown
                ? `${part.breakdown.step ? `${part.breakdown.step}:` : ''}${part.breakdown.dimension}`
                : undefined,
            }
          : {}),
        ...('touch' in part && part.touch ? { touch: part.touch } : {}),
      }),
    [change],
  );
  return { funnel, set, search, change };
}

/** The question that a funnel puts to the server, without tenant and time. */
export function funnelRequest(funnel: BuiltFunnel): Omit<FunnelQuery, 'tenant_id' | 'time'> {
  const { steps, exclusions, order, per, window, breakdown, touch } = funnel;
  return {
    steps: steps.map(({ act, label, optional, filters }) => ({
      act,
      ...(label ? { label } : {}),
      ...(optional ? { optional } : {}),
      ...(filters.length > 0 ? { filters } : {}),
    })),
    order,
    per,
    window,
    ...(exclusions.length > 0
      ? {
          exclusions: exclusions.map(({ act, filters, after, before }) => ({
            act,
            ...(filters.length > 0 ? { filters } : {}),
            ...(after === undefined ? {} : { after }),
            ...(before === undefined ? {} : { before }),
          })),
        }
      : {}),
    ...(breakdown ? { breakdown: { ...breakdown, touch } } : {}),
  };
}
