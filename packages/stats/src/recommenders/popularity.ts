import type { Interactions } from './interactions.js';
import type { PopularityModel } from './models.js';

/** Share of users who took each item: the baseline every other model must beat. */
export const fitPopularity = (interactions: Interactions): PopularityModel => {
  const { items, itemCount, userCount } = interactions;
  const popularity = new Float64Array(itemCount);
  for (const item of items) popularity[item] = (popularity[item] ?? 0) + 1 / userCount;
  return { kind: 'popularity', itemCount, popularity };
};
