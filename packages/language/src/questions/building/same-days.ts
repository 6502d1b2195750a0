import type { TimeNode } from '../../time/index.js';
import type { Reading, TimeSlot } from '../reading/reading.js';

/** "Christmas Eve 2025 with 2024", "March 2026 vs 2025": a year alone means the same days of it. */
export function withSameDay(slots: TimeSlot[], { cues }: Reading): TimeSlot[] {
  const [main, against, ...others] = slots;
  if (main === undefined || against?.node.op !== 'year' || others.length > 0) return slots;
  if (!cues.has('compare') && !cues.has('versus')) return slots;
  const { node } = main;
  const { year } = against.node;
  switch (node.op) {
    case 'month':
    case 'quarter':
    case 'half':
    case 'season':
    case 'week':
    case 'date':
    case 'days':
    case 'holiday': {
      const named = /\d{4}/.test(main.label)
        ? main.label.replace(/\d{4}/, String(year))
        : `${main.label} ${year}`;
      const same: TimeNode = { ...node, year: { kind: 'absolute', year } };
      return [main, { ...against, node: same, label: named }];
    }
    default:
      return slots;
  }
}
