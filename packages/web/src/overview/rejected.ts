import type { Dashboard } from '@olympus/sdk';

/** Above this share of the stored events, the figures may be off by what waits. */
const MANY = 0.01;

/** Whether so many refused events wait that whoever reads the figures has to know. */
export function rejectsMany({ quality }: Pick<Dashboard, 'quality'>): boolean {
  return quality.dead_letters_open > quality.events * MANY;
}
