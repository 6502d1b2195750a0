/** Columns in the order they were first seen. */
export interface Columns {
  readonly names: readonly string[];
  indexOf(name: string): number;
}

export function createColumns(): Columns {
  const names: string[] = [];
  const places = new Map<string, number>();
  return {
    names,
    indexOf(name) {
      const known = places.get(name);
      if (known !== undefined) return known;
      places.set(name, names.length);
      names.push(name);
      return names.length - 1;
    },
  };
}

type Cells = (string | null)[];

/** Rows of one object, not nested without end: one, or one for each object in its first list of objects. */
export function flatten(value: Readonly<Record<string, unknown>>, columns: Columns): Cells[] {
  const base: Cells = [];
  const list = spread(value, '', columns, base, 0);
  if (list === undefined) return [filled(base, columns)];
  return list.items.map((item) => {
    const cells = [...base];
    spread(item, `${list.name}.`, columns, cells, 1);
    return filled(cells, columns);
  });
}

interface ObjectList {
  readonly name: string;
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

/** @returns the first list of objects, which becomes rows; only of the outermost object and what it nests */
function spread(
  value: Readonly<Record<string, unknown>>,
  prefix: string,
  columns: Columns,
  cells: Cells,
  level: number,
): ObjectList | undefined {
  let list: ObjectList | undefined;
  for (const [key, member] of Object.entries(value)) {
    const name = `${prefix}${key}`;
    if (isObject(member)) {
      list ??= spread(member, `${name}.`, columns, cells, level);
    } else if (level === 0 && list === undefined && isObjectList(member)) {
      list = { name, items: member };
    } else if (member !== null && member !== undefined) {
      cells[columns.indexOf(name)] = textOf(member);
    }
  }
  return list;
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isObjectList(value: unknown): value is Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) && value.length > 0 && value.every(isObject);
}

function filled(cells: Cells, columns: Columns): Cells {
  for (let i = 0; i < columns.names.length; i++) cells[i] ??= null;
  return cells;
}
