import type { Import } from '@olympus/sdk';
import { Button, ConfirmDialog, useNumberStyle, useTexts } from '@olympus/web/kit';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { formatFiles } from './formats.js';
import { useImportActions } from './import-actions.js';
import { texts } from './texts.js';

/** Takes an import back, after asking. */
export function UndoButton({
  entry,
  short = false,
}: {
  readonly entry: Import;
  readonly short?: boolean;
}) {
  const { t } = useTexts(texts);
  const { locale } = useNumberStyle();
  const { undo } = useImportActions(entry);
  const [asking, setAsking] = useState(false);
  const files = formatFiles(entry.files, locale);
  return (
    <>
      <Button
        onClick={() => setAsking(true)}
        disabled={undo.isPending}
        aria-label={short ? t('undo.of', { files }) : undefined}
      >
        <Undo2 size={14} aria-hidden="true" />
        {short ? t('list.undo') : t('undo.action')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('undo.title', { files })}
        action={t('undo.action')}
        pending={undo.isPending}
        onConfirm={() => {
          setAsking(false);
          undo.mutate();
        }}
      >
        {t('undo.body', { count: entry.counts.stored })}
      </ConfirmDialog>
    </>
  );
}
