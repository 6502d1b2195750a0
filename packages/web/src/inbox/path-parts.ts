/** A path with its query as pages' links take it. */
export function pathParts(path: string): {
  readonly to: string;
  readonly search: Readonly<Record<string, string>>;
} {
  const { pathname, searchParams } = new URL(path, 'http://olympus.invalid');
  return { to: pathname, search: Object.fromEntries(searchParams) };
}
