import type { Cost, Operation } from '@olympus/contract';
import { Problem } from '@olympus/core';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

export interface DocumentLimits {
  /** How deep fields may stand inside each other. */
  readonly depth: number;
  /** Fields in all, with those of fragments counted wherever they are used. */
  readonly fields: number;
  /** What the root fields may cost together, by {@link pointsOf}. */
  readonly points: number;
}

export const defaultDocumentLimits: DocumentLimits = { depth: 12, fields: 1_000, points: 100 };

/** How much of what one document may ask for a call takes up. */
export const pointsOf: Readonly<Record<Cost, number>> = {
  free: 1,
  light: 1,
  query: 5,
  ingest: 5,
  sign_in: 25,
  heavy: 50,
};

interface Size {
  readonly depth: number;
  readonly fields: number;
}

/**
 * Refuses documents that ask for too much, before anything is looked at more closely: what is
 * written twice in a fragment that is used twice counts four times, and costs no time to count.
 * @param operationOf the operation that a root field calls
 * @throws Problem `document_too_large`
 */
export function requireModestDocument(
  document: DocumentNode,
  limits: DocumentLimits,
  operationOf: (field: string) => Operation | undefined,
): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const measured = new Map<string, Size>();

  function ofFragment(name: string): Size {
    const known = measured.get(name);
    if (known !== undefined) return known;
    // one that uses itself counts nothing here; it is refused as invalid
    measured.set(name, { depth: 0, fields: 0 });
    const fragment = fragments.get(name);
    const size = fragment === undefined ? { depth: 0, fields: 0 } : measure(fragment.selectionSet);
    measured.set(name, size);
    return size;
  }

  function measure({ selections }: SelectionSetNode): Size {
    let depth = 0;
    let fields = 0;
    for (const selection of selections) {
      let size: Size;
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        size = ofFragment(selection.name.value);
      } else if (selection.selectionSet === undefined) {
        size = { depth: 0, fields: 0 };
      } else {
        size = measure(selection.selectionSet);
      }
      if (selection.kind === Kind.FIELD) {
        // introspection is deep by nature; its own rule bounds it
        const counts = !selection.name.value.startsWith('__');
        size = { depth: counts ? size.depth + 1 : 0, fields: size.fields + 1 };
      }
      depth = Math.max(depth, size.depth);
      fields += size.fields;
    }
    return { depth, fields };
  }

  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const { depth, fields } = measure(definition.selectionSet);
    require('levels', depth, limits.depth);
    require('fields', fields, limits.fields);
    require('points', pointsIn(definition, fragments, operationOf), limits.points);
  }
}

/** What the calls of a document cost together. Fields beside each other with one name are one call. */
function pointsIn(
  { selectionSet }: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  operationOf: (field: string) => Operation | undefined,
): number {
  const seen = new Set<string>();
  const calls = new Map<string, number>();
  const walk = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet);
      else if (selection.kind === Kind.FIELD) {
        const operation = operationOf(selection.name.value);
        const points = operation === undefined ? 0 : pointsOf[operation.cost ?? 'light'];
        calls.set(selection.alias?.value ?? selection.name.value, points);
      } else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment !== undefined) walk(fragment.selectionSet);
      }
    }
  };
  walk(selectionSet);
  return [...calls.values()].reduce((sum, points) => sum + points, 0);
}

function require(what: string, asked: number, allowed: number): void {
  if (asked <= allowed) return;
  throw new Problem({
    code: 'document_too_large',
    kind: 'invalid',
    message: `The document asks for ${asked} ${what}; ${allowed} are allowed`,
    remedy: 'Ask for less, or in several requests.',
    at: '/query',
  });
}
