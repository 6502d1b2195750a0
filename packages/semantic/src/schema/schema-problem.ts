import { Problem } from '@olympus/core';
import { nearNames } from '../model/near-names.js';

/** A fault as the schema checker reports it (JSON Schema's vocabulary). */
interface SchemaFault {
  readonly keyword: string;
  readonly schemaPath: string;
  readonly instancePath: string;
  readonly params: object;
  readonly message: string;
}

/** How far a value is from a member of a union: the wrong type altogether is farthest. */
const distances: Readonly<Record<string, number>> = { type: 20, boolean: 10, required: 5 };

/** Of each union only the faults of the member that the value comes nearest to. */
function withinNearestMembers(faults: readonly SchemaFault[]): readonly SchemaFault[] {
  let left = [...faults];
  for (const union of faults.filter((fault) => fault.keyword === 'anyOf')) {
    const prefix = `${union.schemaPath}/anyOf/`;
    const members = new Map<string, SchemaFault[]>();
    for (const fault of left) {
      if (!fault.schemaPath.startsWith(prefix)) continue;
      const member = fault.schemaPath.slice(prefix.length).split('/')[0] ?? '';
      members.set(member, [...(members.get(member) ?? []), fault]);
    }
    const score = (member: readonly SchemaFault[]) =>
      member.reduce((sum, fault) => sum + (distances[fault.keyword] ?? 1), 0);
    const nearest = [...members.values()].sort((a, b) => score(a) - score(b))[0];
    left = left.filter(
      (fault) =>
        fault !== union && (!fault.schemaPath.startsWith(prefix) || nearest?.includes(fault)),
    );
  }
  return left;
}

function valueAt(value: unknown, pointer: string): unknown {
  let current = value;
  for (const step of pointer.split('/').slice(1)) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = new Map<string, unknown>(Object.entries(current)).get(
      step.replaceAll('~1', '/').replaceAll('~0', '~'),
    );
  }
  return current;
}

function listParameter(fault: SchemaFault, name: string): readonly string[] {
  const value = new Map<string, unknown>(Object.entries(fault.params)).get(name);
  return Array.isArray(value) ? value.map(String) : [];
}

const short = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
const didYouMean = (near: readonly string[], otherwise: string) =>
  near.length === 0 ? otherwise : `Did you mean ${near.map((name) => `"${name}"`).join(' or ')}?`;

/**
 * What people are told of a value that does not meet its schema: its first fault, with the place.
 * @param what  what the value is, such as `query`; makes the code `invalid_<what>`
 * @param fields  names of the value's own fields, to suggest where one is misspelt
 */
export function schemaProblem(
  what: string,
  value: unknown,
  faults: readonly SchemaFault[],
  fields: readonly string[],
): Problem {
  const known = withinNearestMembers(faults).filter(
    (fault) => fault.keyword !== 'additionalProperties',
  );
  const fault = known[0] ?? faults[0];
  const invalid = (message: string, at: string, remedy: string) =>
    new Problem({ code: `invalid_${what}`, kind: 'invalid', message, at, remedy });
  const seeSchema = `The schema of a ${what} is at /docs.`;
  if (fault === undefined) return invalid(`The ${what} is not valid`, '', seeSchema);
  const { instancePath: at } = fault;
  const last = short(at.slice(at.lastIndexOf('/') + 1));
  switch (fault.keyword) {
    case 'boolean': {
      const near = at.split('/').length === 2 ? nearNames(last, fields) : [];
      return invalid(`There is no field "${last}" here`, at, didYouMean(near, seeSchema));
    }
    case 'required': {
      const missing = listParameter(fault, 'requiredProperties')[0] ?? '';
      return invalid(`"${missing}" is missing`, `${at}/${missing}`, seeSchema);
    }
    case 'enum': {
      const allowed = listParameter(fault, 'allowedValues');
      const given = valueAt(value, at);
      const text = typeof given === 'string' ? `"${short(given)}"` : 'The value';
      const near = typeof given === 'string' ? nearNames(given, allowed) : [];
      const all = `Use one of ${allowed.join(', ')}.`;
      return invalid(`${text} is not possible for "${last}"`, at, didYouMean(near, all));
    }
    default: {
      const subject = at === '' ? `The ${what}` : `"${last}"`;
      return invalid(`${subject} ${fault.message}`, at, seeSchema);
    }
  }
}
