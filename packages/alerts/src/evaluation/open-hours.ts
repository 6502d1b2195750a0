import { dayMs, toWall } from '@olympus/core';
import type { Condition } from '../definition/definition.js';
import { covers, isWithin } from '../rules/hours.js';
import type { IsOpen } from '../rules/replay.js';

/**
 * When an alert watches. Of windows of a day or longer only the days count, by the day they end on;
 * no data counts only while all of its minutes lie in the hours.
 */
export function openHours({ hours, rule, window }: Condition, timeZone: string): IsOpen {
  if (hours === null) return () => true;
  if (rule.kind === 'no_data') {
    return ({ fromMs, toMs }) => covers(hours, timeZone, fromMs, toMs);
  }
  if (window === 'day' || window === 'week' || window === 'month') {
    const days = { days: hours.days, from: '00:00', to: '00:00' };
    return ({ toMs }) => {
      const wallMs = toWall(timeZone, toMs - 1);
      return isWithin(days, Math.floor(wallMs / dayMs) * dayMs);
    };
  }
  return ({ toMs }) => isWithin(hours, toWall(timeZone, toMs - 1));
}
