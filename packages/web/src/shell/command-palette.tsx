import { lazy, Suspense, useEffect } from 'react';
import { useTexts } from '../messages/use-texts.js';
import { Dialog } from '../ui/dialog.js';

const load = async () => ({ default: (await import('./palette.js')).Palette });
const Palette = lazy(load);

interface PaletteProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onShortcuts: () => void;
  readonly onPreferences: () => void;
}

/** Jump anywhere and do anything from one field: Ctrl K or ⌘ K. */
export function CommandPalette({ open, onOpenChange, ...layers }: PaletteProps) {
  const { t } = useTexts();
  useEffect(() => {
    // fetched once the page is there, so that it opens at once and takes what is typed
    void load();
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        onOpenChange(!open);
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [open, onOpenChange]);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('shell.search')} bare>
      <Suspense fallback={<div className="h-96" />}>
        <Palette onDone={() => onOpenChange(false)} {...layers} />
      </Suspense>
    </Dialog>
  );
}
