/**
 * What a schema knows of a value, and so what of it may be stored in clear: a single value that is
 * declared, members that are declared and not marked as personal, items that are declared. All else
 * may tell who somebody is.
 */
export interface Known {
  /** An address of a page: its path may stand in clear, what names somebody in it may not. */
  readonly webAddress: boolean;
  /** By name; a member that is not here is not known. */
  readonly members?: ReadonlyMap<string, Known>;
  readonly items?: Known;
}

type Json = Readonly<Record<string, unknown>>;

const addressFormats = ['uri', 'url', 'uri-reference'];

const pseudonyms = { properties: { customer_id: true, anonymous_id: true } };

/**
 * What is known of an event's data. Ids of people are taken for known: they are pseudonyms by then.
 * @param schemas JSON Schemas that all hold for it
 */
export const knownOfData = (...schemas: readonly unknown[]): Known =>
  knownOf(pseudonyms, ...schemas);

/** @param schemas JSON Schemas that all hold for the value */
function knownOf(...schemas: readonly unknown[]): Known {
  const parts = schemas.flatMap(partsOf);
  const properties = parts.flatMap((part) =>
    isObject(part.properties) ? Object.entries(part.properties) : [],
  );
  const webAddress = parts.some(
    (part) => part['x-web-address'] === true || addressFormats.includes(String(part.format)),
  );
  const items = parts.flatMap(({ items: given }) => (given === undefined ? [] : given));
  return {
    webAddress,
    ...(properties.length === 0 ? {} : { members: membersOf(properties) }),
    ...(items.length === 0 ? {} : { items: knownOf(...items) }),
  };
}

function membersOf(properties: readonly (readonly [string, unknown])[]) {
  const byName = new Map<string, unknown[]>();
  for (const [name, schema] of properties) byName.set(name, [...(byName.get(name) ?? []), schema]);
  const known = [...byName].filter(([, schemas]) => !schemas.some(isPersonal));
  return new Map(known.map(([name, schemas]) => [name, knownOf(...schemas)]));
}

/** Whether a schema marks its value as personal. */
export const isPersonal = (schema: unknown): boolean =>
  partsOf(schema).some((part) => part['x-personal'] === true);

/** A schema and those it is composed of, for the same value. */
function partsOf(schema: unknown): Json[] {
  if (!isObject(schema)) return [];
  const { allOf, anyOf, oneOf, if: condition, then: yes, else: no, dependencies } = schema;
  const composed = [allOf, anyOf, oneOf].flatMap((list) => (Array.isArray(list) ? list : []));
  const dependent = isObject(dependencies) ? Object.values(dependencies) : [];
  return [schema, ...[...composed, condition, yes, no, ...dependent].flatMap(partsOf)];
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
