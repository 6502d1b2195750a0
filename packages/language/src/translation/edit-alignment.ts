/** One step in rewriting a hypothesis into a reference. */
export type EditStep = 'keep' | 'replace' | 'drop' | 'add';

/** The cheapest rewriting found and its steps, first to last. */
interface EditAlignment {
  readonly edits: number;
  readonly steps: readonly EditStep[];
}

const BEAM = 25;
const UNREACHED = 1e9;
const STEPS: readonly EditStep[] = ['keep', 'replace', 'drop', 'add'];

/**
 * Word edit distance within a beam around the diagonal, as TER computes it: a cell of row i is
 * looked at when it is within BEAM columns of i × (reference length / hypothesis length); the
 * last row is looked at to its end. Keeping or replacing is preferred to dropping, dropping to
 * adding. Words are given as numbers. Cost: hypothesis length × beam.
 */
export function alignWords(hypothesis: Int32Array, reference: Int32Array): EditAlignment {
  const rows = hypothesis.length;
  const columns = reference.length;
  const width = columns + 1;
  const costs = new Int32Array((rows + 1) * width).fill(UNREACHED);
  const taken = new Uint8Array((rows + 1) * width);
  for (let j = 0; j <= columns; j++) {
    costs[j] = j;
    taken[j] = 3;
  }
  const ratio = rows > 0 ? columns / rows : 1;
  const beam = BEAM < ratio / 2 ? Math.ceil(ratio / 2 + BEAM) : BEAM;
  for (let i = 1; i <= rows; i++) {
    const middle = Math.floor(i * ratio);
    const end = i === rows ? width : Math.min(width, middle + beam);
    for (let j = Math.max(0, middle - beam); j < end; j++) {
      const at = i * width + j;
      const above = (costs[at - width] ?? UNREACHED) + 1;
      if (j === 0) {
        costs[at] = above;
        taken[at] = 2;
        continue;
      }
      const isSame = hypothesis[i - 1] === reference[j - 1];
      let cost = (costs[at - width - 1] ?? UNREACHED) + (isSame ? 0 : 1);
      let step = isSame ? 0 : 1;
      if (above < cost) {
        cost = above;
        step = 2;
      }
      const before = (costs[at - 1] ?? UNREACHED) + 1;
      if (before < cost) {
        cost = before;
        step = 3;
      }
      costs[at] = cost;
      taken[at] = step;
    }
  }
  return { edits: costs[rows * width + columns] ?? 0, steps: walkBack(taken, rows, columns) };
}

function walkBack(taken: Uint8Array, rows: number, columns: number): readonly EditStep[] {
  const steps: EditStep[] = [];
  let i = rows;
  let j = columns;
  while (i > 0 || j > 0) {
    const step = STEPS[taken[i * (columns + 1) + j] ?? 0] ?? 'keep';
    steps.push(step);
    if (step !== 'add') i--;
    if (step !== 'drop') j--;
  }
  return steps.reverse();
}
