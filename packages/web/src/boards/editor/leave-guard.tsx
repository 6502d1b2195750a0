import { useBlocker } from '@tanstack/react-router';
import { useTexts } from '../../messages/use-texts.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { editorTexts } from './texts.js';

/** Asks before changes are lost: to another page, another shop, or out of the application. */
export function LeaveGuard({ dirty }: { readonly dirty: boolean }) {
  const { t } = useTexts(editorTexts);
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => {
      const search = (one: { readonly search: unknown }) =>
        one.search as Readonly<Record<string, unknown>>;
      const stays =
        current.pathname === next.pathname &&
        search(next).edit === search(current).edit &&
        search(next).tenant === search(current).tenant;
      return dirty && !stays;
    },
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      open={blocker.status === 'blocked'}
      onOpenChange={(open) => !open && blocker.reset?.()}
      title={t('leaveTitle')}
      action={t('leave')}
      onConfirm={() => blocker.proceed?.()}
    >
      <p>{t('leaveAbout')}</p>
    </ConfirmDialog>
  );
}
