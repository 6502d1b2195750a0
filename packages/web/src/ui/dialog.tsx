import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { useTexts } from '../messages/use-texts.js';
import { Button } from './button.js';
import { useFocusReturn } from './use-focus-return.js';

const PLACES = {
  centre: 'inset-x-0 top-[12vh] mx-auto max-h-[76vh] w-[min(560px,calc(100vw-32px))] rounded-card',
  bottom: 'inset-x-0 bottom-0 max-h-[88dvh] rounded-t-card',
  start: 'inset-y-0 start-0 w-[min(280px,86vw)]',
} as const;

interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly place?: keyof typeof PLACES;
  /** Hides the title bar; the title is still announced. */
  readonly bare?: boolean;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
}

/** A layer above the page: focus moves in, Escape closes it, focus moves back. */
export function Dialog({
  open,
  onOpenChange,
  title,
  place = 'centre',
  bare = false,
  children,
  footer,
}: DialogProps) {
  const { t } = useTexts();
  const returnFocus = useFocusReturn(open);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-[appear_150ms_ease-out] bg-overlay" />
        <Radix.Content
          aria-describedby={undefined}
          onCloseAutoFocus={returnFocus}
          className={`fixed z-50 flex animate-[appear_150ms_ease-out] flex-col overflow-hidden border border-border-soft bg-surface text-sm shadow-overlay outline-none ${PLACES[place]}`}
        >
          {bare ? (
            <Radix.Title className="sr-only">{title}</Radix.Title>
          ) : (
            <div className="flex items-center justify-between border-border-soft border-b py-2 ps-4 pe-2">
              <Radix.Title className="font-semibold text-md">{title}</Radix.Title>
              <Radix.Close asChild>
                <Button look="icon" aria-label={t('common.close')}>
                  <X size={16} aria-hidden="true" />
                </Button>
              </Radix.Close>
            </div>
          )}
          <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
          {footer && <div className="border-border-soft border-t p-3">{footer}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
