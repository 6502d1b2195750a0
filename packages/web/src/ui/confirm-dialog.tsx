import { AlertDialog as Radix } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../messages/use-texts.js';
import { Button } from './button.js';
import { TextField } from './text-field.js';
import { useFocusReturn } from './use-focus-return.js';

interface ConfirmDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** A question with the thing's name: “Delete the key “Shop”?” */
  readonly title: string;
  /** What will happen, and what cannot be undone. */
  readonly children: ReactNode;
  /** The deed: “Delete the key”. */
  readonly action: string;
  /** For what cannot be undone at all: a word to type first. */
  readonly word?: string;
  readonly pending?: boolean;
  readonly onConfirm: () => void;
}

/** Asks before something that is hard to undo. The focus starts on Cancel. */
export function ConfirmDialog({ open, onOpenChange, ...rest }: ConfirmDialogProps) {
  const returnFocus = useFocusReturn(open);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-[appear_150ms_ease-out] bg-overlay" />
        <Radix.Content
          onCloseAutoFocus={returnFocus}
          className="fixed inset-x-0 top-[18vh] z-50 mx-auto w-[min(440px,calc(100vw-32px))] animate-[appear_150ms_ease-out] rounded-card border border-border-soft bg-surface text-sm shadow-overlay outline-none"
        >
          <Question {...rest} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Question({
  title,
  children,
  action,
  word,
  pending = false,
  onConfirm,
}: Omit<ConfirmDialogProps, 'open' | 'onOpenChange'>) {
  const { t } = useTexts();
  const [typed, setTyped] = useState('');
  const ready = !pending && (word === undefined || typed.trim() === word);
  return (
    <>
      <div className="space-y-3 p-5">
        <Radix.Title className="font-semibold text-lg">{title}</Radix.Title>
        <Radix.Description asChild>
          <div className="text-md text-text-2">{children}</div>
        </Radix.Description>
        {word !== undefined && (
          <TextField
            label={t('common.typeToConfirm', { word })}
            value={typed}
            onChange={setTyped}
            mono
          />
        )}
      </div>
      <div className="flex flex-wrap justify-end gap-2 border-border-soft border-t p-3">
        <Radix.Cancel asChild>
          <Button>{t('common.cancel')}</Button>
        </Radix.Cancel>
        <Button look="danger" disabled={!ready} onClick={onConfirm}>
          {action}
        </Button>
      </div>
    </>
  );
}
