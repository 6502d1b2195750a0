import type { Board } from '@olympus/sdk';
import { useTexts } from '../../messages/use-texts.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { editorTexts } from './texts.js';

/** Two people changed one dashboard: neither change is lost unasked. */
export function ConflictDialog({
  theirs,
  busy,
  onOverwrite,
  onCopy,
  onTheirs,
  onClose,
}: {
  readonly theirs: Board | undefined;
  readonly busy: boolean;
  readonly onOverwrite: (theirs: Board) => void;
  readonly onCopy: () => void;
  readonly onTheirs: (theirs: Board) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTexts(editorTexts);
  if (!theirs) return null;
  return (
    <Dialog open onOpenChange={onClose} title={t('conflictTitle')}>
      <div className="space-y-4 p-4">
        <p className="text-md">
          {t('conflictAbout', { by: theirs.changed_by, version: theirs.version })}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button
            look="primary"
            disabled={busy}
            title={t('overwriteHint')}
            onClick={() => onOverwrite(theirs)}
          >
            {t('overwrite')}
          </Button>
          <Button disabled={busy} onClick={onCopy}>
            {t('asCopy')}
          </Button>
          <Button disabled={busy} onClick={() => onTheirs(theirs)}>
            {t('theirs')}
          </Button>
        </div>
        <p className="text-text-3 text-xs">{t('overwriteHint')}</p>
      </div>
    </Dialog>
  );
}
