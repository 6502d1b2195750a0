/** Both tails of a distribution at one point; each is accurate relative to its own size. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}
