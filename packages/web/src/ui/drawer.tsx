import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { useTexts } from '../messages/use-texts.js';
import { Button } from './button.js';
import { useFocusReturn } from './use-focus-return.js';

interface DrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** Under the title: what kind of thing it is, or where it belongs. */
  readonly subtitle?: ReactNode;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  /** For a table of some columns. */
  readonly wide?: boolean;
}

/**
 * A closer look at one thing, at the end of the line; the whole width of a phone. Focus moves in,
 * Escape closes it, focus moves back. Keep what is open in the address: see `useDrawer`.
 */
export function Drawer(props: DrawerProps) {
  const { open, onClose, title, subtitle, children, footer, wide = false } = props;
  const { t } = useTexts();
  const returnFocus = useFocusReturn(open);
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-[appear_150ms_ease-out] bg-overlay" />
        <Radix.Content
          aria-describedby={undefined}
          onCloseAutoFocus={returnFocus}
          className={`fixed inset-y-0 end-0 z-50 flex ${wide ? 'w-[min(760px,100vw)]' : 'w-[min(440px,100vw)]'} animate-[appear_150ms_ease-out] flex-col border-border-soft border-s bg-surface text-sm shadow-overlay outline-none`}
        >
          <header className="flex items-start justify-between gap-3 border-border-soft border-b py-2.5 ps-4 pe-2">
            <div className="min-w-0 pt-1">
              <Radix.Title className="font-semibold text-lg [overflow-wrap:anywhere]">
                {title}
              </Radix.Title>
              {subtitle && <div className="text-text-3">{subtitle}</div>}
            </div>
            <Radix.Close asChild>
              <Button look="icon" aria-label={t('common.close')}>
                <X size={16} aria-hidden="true" />
              </Button>
            </Radix.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto p-4">{children}</div>
          {footer && (
            <footer className="flex flex-wrap gap-2 border-border-soft border-t p-3">
              {footer}
            </footer>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
