import type { Dimension, DimensionSource, DimensionType, Synonyms } from './declarations.js';

/** A dimension from its parts; texts by default. */
export const dimension = (
  name: string,
  label: string,
  description: string,
  source: DimensionSource,
  synonyms: Synonyms,
  type: DimensionType = 'string',
): Dimension => ({ name, label, description, type, synonyms, source });
