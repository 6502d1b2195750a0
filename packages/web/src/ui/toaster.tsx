import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { Toast as Radix } from 'radix-ui';
import { useTexts } from '../messages/use-texts.js';
import { Button } from './button.js';
import { dropToast, type Toast, useToasts } from './toast.js';

/** Long enough to read; notices with an Undo stay longer, and while they are pointed at or focused. */
const SHOWN_MS = 6_000;
const WITH_UNDO_MS = 12_000;

/** Where notices appear; mounted once, by the shell. */
export function Toaster() {
  const { t } = useTexts();
  const shown = useToasts();
  return (
    <Radix.Provider
      label={t('common.notifications')}
      swipeDirection={document.documentElement.dir === 'rtl' ? 'left' : 'right'}
    >
      {shown.map((one) => (
        <Notice key={one.id} toast={one} />
      ))}
      <Radix.Viewport
        label={t('common.notificationsKey', { key: '{hotkey}' })}
        className="fixed end-4 bottom-4 z-50 flex w-[min(400px,calc(100vw-32px))] flex-col gap-2 outline-none"
      />
    </Radix.Provider>
  );
}

function Notice({ toast: { id, text, tone, undo } }: { readonly toast: Toast }) {
  const { t } = useTexts();
  const Icon = tone === 'good' ? CircleCheck : CircleAlert;
  return (
    <Radix.Root
      duration={undo ? WITH_UNDO_MS : SHOWN_MS}
      type={tone === 'bad' ? 'foreground' : 'background'}
      onOpenChange={(open) => !open && dropToast(id)}
      className="flex animate-pop items-center gap-3 rounded-card border border-border-soft bg-surface py-2 ps-3 pe-2 text-sm shadow-overlay"
    >
      <Icon
        size={16}
        aria-hidden="true"
        className={`shrink-0 ${tone === 'good' ? 'text-good' : 'text-bad'}`}
      />
      <Radix.Description className="min-w-0 flex-1">{text}</Radix.Description>
      {undo && (
        <Radix.Action asChild altText={t('common.undo')} onClick={undo}>
          <Button className="shrink-0">{t('common.undo')}</Button>
        </Radix.Action>
      )}
      <Radix.Close asChild>
        <Button look="icon" aria-label={t('common.dismiss')}>
          <X size={14} aria-hidden="true" />
        </Button>
      </Radix.Close>
    </Radix.Root>
  );
}
