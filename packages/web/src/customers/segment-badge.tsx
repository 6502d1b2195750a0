import type { ReactNode } from 'react';
import { Badge } from '../ui/badge.js';
import type { SegmentKind } from './customers-query.js';

type Tone = 'good' | 'warn' | 'bad' | 'neutral' | 'accent';

const TONES: Readonly<Record<SegmentKind, Readonly<Record<string, Tone>>>> = {
  rfm: {
    champions: 'good',
    loyal: 'good',
    potential_loyalists: 'accent',
    new: 'accent',
    promising: 'accent',
    need_attention: 'warn',
    about_to_sleep: 'warn',
    at_risk: 'bad',
    cannot_lose: 'bad',
  },
  spend: { vip_active: 'good', high_value: 'good', at_risk: 'bad', new_customer: 'accent' },
};

/** A segment by its name; its colour repeats how it stands. */
export function SegmentBadge({
  kind,
  id,
  children,
}: {
  readonly kind: SegmentKind;
  readonly id: string;
  readonly children: ReactNode;
}) {
  return <Badge tone={TONES[kind][id] ?? 'neutral'}>{children}</Badge>;
}
