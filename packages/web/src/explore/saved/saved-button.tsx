import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../messages/use-texts.js';
import { Button } from '../../ui/button.js';
import { SavedDialog } from './saved-dialog.js';
import { savedTexts } from './texts.js';

/** Opens the saved explorations, and saves the one on screen. */
export function SavedButton({
  suggested,
}: {
  /** What the one on screen would be called; undefined: there is none. */
  readonly suggested: string | undefined;
}) {
  const { t } = useTexts(savedTexts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Bookmark size={14} aria-hidden="true" className="text-text-3" />
        {t('saved')}
      </Button>
      {open && <SavedDialog suggested={suggested} onClose={() => setOpen(false)} />}
    </>
  );
}
