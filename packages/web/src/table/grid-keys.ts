/** A cell of a grid; row −1 is the heading. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/**
 * Where a key leads in a grid (ARIA Authoring Practices, grid pattern); undefined for other keys.
 * @param page rows that one page holds
 */
export function placeAfter(
  key: string,
  whole: boolean,
  { row, column }: GridPlace,
  size: { readonly rows: number; readonly columns: number; readonly page: number },
  rtl = false,
): GridPlace | undefined {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const clampRow = (to: number) => Math.max(-1, Math.min(last.row, to));
  const clampColumn = (to: number) => Math.max(0, Math.min(last.column, to));
  const forward = rtl ? -1 : 1;
  switch (key) {
    case 'ArrowUp':
      return { row: clampRow(row - 1), column };
    case 'ArrowDown':
      return { row: clampRow(row + 1), column };
    case 'ArrowLeft':
      return { row, column: clampColumn(column - forward) };
    case 'ArrowRight':
      return { row, column: clampColumn(column + forward) };
    case 'PageUp':
      return { row: clampRow(Math.max(0, row - size.page)), column };
    case 'PageDown':
      return { row: clampRow(row + size.page), column };
    case 'Home':
      return { row: whole ? 0 : row, column: 0 };
    case 'End':
      return { row: whole ? last.row : row, column: last.column };
    default:
      return undefined;
  }
}
