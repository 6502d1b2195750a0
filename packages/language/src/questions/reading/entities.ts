const entityOf = (name: string): string => name.slice(0, name.indexOf('.') + 1);

/** What an entity itself is called by, as a noun for it is. */
const naming = /\.(?:name|id|key)$/;

/** Whether a dimension is of the same thing as one that is named beside it: a shop's city, its name. */
export function isOfEntity(dimension: string, ...named: readonly (readonly string[])[]): boolean {
  const entity = entityOf(dimension);
  return (
    entity !== '' &&
    named.some((names) => names.some((name) => entityOf(name) === entity && naming.test(name)))
  );
}
