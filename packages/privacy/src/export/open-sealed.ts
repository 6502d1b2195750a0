import { open } from '@olympus/platform';

/**
 * A row as the person may read it: what is sealed is opened (`sealed`, and `_sealed` in an event's
 * data); what no key opens says so.
 */
export function openSealedTexts(
  row: Readonly<Record<string, unknown>>,
  keys: readonly Uint8Array[],
): Readonly<Record<string, unknown>> {
  const opened: Record<string, unknown> = { ...row };
  if (typeof row.sealed === 'string') opened.sealed = openAny(row.sealed, keys);
  if (typeof row.data === 'string') {
    const data = JSON.parse(row.data) as Record<string, unknown>;
    const sealed = data._sealed;
    opened.data = typeof sealed === 'string' ? { ...data, _sealed: openAny(sealed, keys) } : data;
  }
  return opened;
}

function openAny(sealed: string, keys: readonly Uint8Array[]): unknown {
  for (const key of keys) {
    const text = open(key, sealed);
    if (text !== undefined) return JSON.parse(text);
  }
  return null;
}
