import { readStored, writeStored } from '../app/stored.js';

/** Whether this browser can show notifications, and whether it was allowed to. */
export function browserNotices(): 'none' | NotificationPermission {
  return 'Notification' in window ? Notification.permission : 'none';
}

export async function askForNotices(): Promise<'none' | NotificationPermission> {
  return 'Notification' in window ? Notification.requestPermission() : 'none';
}

const keyOf = (tenantId: string) => `inbox.shown.${tenantId}`;

/**
 * Whether a message is newer than all that this browser was shown of a tenant, in whichever tab; from now
 * on it is not. What was there when the browser first looked is not new.
 */
export function isNew(tenantId: string, newest: number): boolean {
  const before = readStored(keyOf(tenantId));
  if (before !== null && Number(before) >= newest) return false;
  writeStored(keyOf(tenantId), String(newest));
  return before !== null;
}

export function showNotice(title: string, body: string, tag: string, onClick: () => void): void {
  const shown = new Notification(title, { body, tag });
  shown.onclick = () => {
    window.focus();
    onClick();
    shown.close();
  };
}
