import type { Slot } from '../../charts/palette.js';
import type { SegmentKind } from '../customers-query.js';

const SLOTS: Readonly<Record<SegmentKind, Readonly<Record<string, Slot>>>> = {
  rfm: {
    champions: 1,
    loyal: 7,
    potential_loyalists: 3,
    new: 5,
    promising: 6,
    need_attention: 2,
    about_to_sleep: 8,
    at_risk: 4,
  },
  spend: { vip_active: 1, high_value: 3, new_customer: 5, regular: 6, at_risk: 2 },
};

/** A segment's colour, the same in every chart. */
export const slotOf = (kind: SegmentKind, id: string): Slot => SLOTS[kind][id] ?? 'other';
