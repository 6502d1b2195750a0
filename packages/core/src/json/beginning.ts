/** Values that are looked through, more than any list of ours may hold, to find out what is wrong with one. */
const maxValues = 1_500;

/**
 * A JSON value cut to its first values. Telling what is wrong with a value takes TypeBox
 * time for every value in it, a hundred times as long as telling that something is.
 */
export function beginningOf(value: unknown): unknown {
  let left = maxValues;
  const copy = (part: unknown): unknown => {
    left -= 1;
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) {
      const items: unknown[] = [];
      for (const item of part) {
        if (left <= 0) break;
        items.push(copy(item));
      }
      return items;
    }
    const members: [string, unknown][] = [];
    for (const name of Object.keys(part)) {
      if (left <= 0) break;
      members.push([name, copy((part as Record<string, unknown>)[name])]);
    }
    return Object.fromEntries(members);
  };
  return copy(value);
}
