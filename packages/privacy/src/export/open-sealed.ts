import { restoreData } from '@olympus/ingest';
import { open } from '@olympus/platform';

type Fields = Readonly<Record<string, unknown>>;

/**
 * A row as the person may read it: what is sealed is opened, in an event's data in the places where
 * it was sent; what no key opens is null.
 */
export function openSealedTexts(
  row: Readonly<Record<string, unknown>>,
  keys: readonly Uint8Array[],
): Readonly<Record<string, unknown>> {
  const opened: Record<string, unknown> = { ...row };
  if (typeof row.sealed === 'string') opened.sealed = openAny(row.sealed, keys);
  if (typeof row.data === 'string') {
    const data = JSON.parse(row.data) as Record<string, unknown>;
    opened.data = openData(data, keys);
  }
  return opened;
}

function openData(data: Fields, keys: readonly Uint8Array[]): Fields {
  if (typeof data._sealed !== 'string') return data;
  const text = openAny(data._sealed, keys);
  return text === null ? { ...data, _sealed: null } : restoreData(data, text as Fields);
}

function openAny(sealed: string, keys: readonly Uint8Array[]): unknown {
  for (const key of keys) {
    const text = open(key, sealed);
    if (text !== undefined) return JSON.parse(text);
  }
  return null;
}
