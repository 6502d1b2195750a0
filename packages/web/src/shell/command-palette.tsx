import { useEffect, useState } from 'react';
import { useTexts } from '../messages/use-texts.js';
import { Dialog } from '../ui/dialog.js';
import type { Palette as Loaded } from './palette.js';

interface PaletteProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onShortcuts: () => void;
  readonly onPreferences: () => void;
}

/** Jump anywhere and do anything from one field: Ctrl K or ⌘ K. */
export function CommandPalette({ open, onOpenChange, ...layers }: PaletteProps) {
  const { t } = useTexts();
  const [Palette, setPalette] = useState<typeof Loaded>();
  const missing = Palette === undefined;
  // Fetched once the page is there, and not by suspending: what is typed right away must not be lost.
  // biome-ignore lint/correctness/useExhaustiveDependencies: opening it tries again
  useEffect(() => {
    if (!missing) return;
    import('./palette.js').then(
      (module) => setPalette(() => module.Palette),
      () => undefined,
    );
  }, [missing, open]);
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
      {Palette ? (
        <Palette onDone={() => onOpenChange(false)} {...layers} />
      ) : (
        <div className="h-96" />
      )}
    </Dialog>
  );
}
