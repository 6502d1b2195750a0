import type { Import } from '@olympus/sdk';
import { announce, olympus, toast, useNumberStyle, useTenant, useTexts } from '@olympus/web/kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useFaults } from './faults.js';
import { formatFiles } from './formats.js';
import { importList, oneImport } from './queries.js';
import { texts } from './texts.js';

/** Whether something is still happening to an import. */
export const isMoving = ({ state }: Pick<Import, 'state'>): boolean =>
  state === 'waiting' || state === 'running' || state === 'undoing';

/** Whether an import can be taken back: it has an end, and left something. */
export const canUndo = ({ state, counts }: Import): boolean =>
  (state === 'done' || state === 'failed' || state === 'stopped') && counts.stored > 0;

/** How often an import that is under way is asked about, ms. */
export const FOLLOW_MS = 500;

/** Undoing, stopping, and fetching what an import rejected. */
export function useImportActions(entry: Import) {
  const { t } = useTexts(texts);
  const { locale } = useNumberStyle();
  const tenant = useTenant();
  const queries = useQueryClient();
  const files = formatFiles(entry.files, locale);
  const { wordsOf } = useFaults();
  const request = { tenant_id: tenant.id, id: entry.id };

  const keep = (changed: Import) => {
    queries.setQueryData(oneImport.key(tenant.id, changed.id), changed);
    void queries.invalidateQueries({ queryKey: importList.key(tenant.id) });
  };
  const failed = (what: string) => (error: unknown) => {
    const { message, remedy } = wordsOf(error);
    toast([`${what}.`, message, remedy].filter(Boolean).join(' '), { tone: 'bad' });
  };
  return {
    undo: useMutation({
      mutationFn: () => olympus.imports.undo(request),
      onSuccess: (changed) => {
        keep(changed);
        announce(t('job.undoing', { files }));
      },
      onError: failed(t('undo.failed')),
    }),
    stop: useMutation({
      mutationFn: () => olympus.imports.stop(request),
      onSuccess: keep,
      onError: failed(t('job.lost')),
    }),
    download: useMutation({
      mutationFn: () => olympus.imports.rejected({ ...request, locale }),
      onSuccess: (rows) => saveFile(rows, `rejected-${entry.files[0] ?? entry.id}.csv`),
      onError: failed(t('done.downloadFailed')),
    }),
  };
}

function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
