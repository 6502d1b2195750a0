/** How much a business may keep. */
export const boardLimits = {
  /** Dashboards of one tenant. */
  boards: 200,
  /** Tiles of one dashboard. */
  tiles: 40,
  /** Characters of one dashboard's content as JSON. */
  characters: 200_000,
  /** Earlier versions that are kept of one dashboard. */
  versions: 50,
  /** Links to one dashboard that are open at a time. */
  shares: 20,
  /** Embeddings of one dashboard that are open at a time. */
  embeds: 20,
  /** Sites that one embedding may be framed by. */
  origins: 20,
  /** Comments on one dashboard. */
  comments: 500,
  /** Characters of one comment. */
  commentCharacters: 4_000,
  /** Saved explorations of one tenant. */
  explorations: 500,
  /** Characters of what one keeps of its page, as JSON. */
  explorationCharacters: 20_000,
  /** Days that a link may hold at most. */
  shareDays: 366,
  /** Annotations of one tenant. */
  annotations: 1_000,
} as const;
