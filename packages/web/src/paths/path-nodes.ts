import type { PathAnswer } from '@olympus/sdk';
import { type Slot, slotAt } from '../charts/palette.js';
import type { BuiltStep } from '../funnels/written-act.js';

type Node = PathAnswer['nodes'][number];

const COLOURS = 8;

/** What a node stands for, without its step: `page:/cart`, `act:order.placed`. */
export const keyOf = ({ id }: Pick<Node, 'id'>): string => id.slice(id.indexOf(':') + 1);

/** The same colour for the same page at every step, by how many visits it had in all. */
export function slotsOf(nodes: readonly Node[]): ReadonlyMap<string, Slot> {
  const visits = new Map<string, number>();
  for (const node of nodes) {
    if (node.kind === 'others' || node.kind === 'end') continue;
    const key = keyOf(node);
    visits.set(key, (visits.get(key) ?? 0) + node.visits);
  }
  const ranked = [...visits].sort(([, a], [, b]) => b - a).map(([key]) => key);
  return new Map(
    nodes.map((node) => {
      const place = ranked.indexOf(keyOf(node));
      return [node.id, place >= 0 && place < COLOURS ? slotAt(place) : 'other'];
    }),
  );
}

/** The act that a path from this node would begin with; undefined for what is none. */
export function beginningAt(node: Node): BuiltStep | undefined {
  const key = keyOf(node);
  if (node.kind === 'act') return { act: key.slice('act:'.length), filters: [] };
  if (node.kind !== 'page') return undefined;
  const path = key.slice('page:'.length);
  return {
    act: 'page.viewed',
    filters: [{ dimension: 'session.path', operator: 'equals', values: [path] }],
  };
}
