import { useRef } from 'react';

/**
 * Moves the focus back to where it was when a layer opens without a button of its own: by a key, from
 * a menu, by its address. Where there is nothing to go back to, it goes to the page.
 * @returns what the layer does once it has closed
 */
export function useFocusReturn(open: boolean): (event: Event) => void {
  const opener = useRef<HTMLElement | null>(null);
  const before = useRef(false);
  // noted before the layer is drawn: a field in it may take the focus as soon as it is there
  if (open && !before.current) opener.current = openerOf(document.activeElement);
  before.current = open;
  return (event) => {
    event.preventDefault();
    const back = opener.current?.isConnected ? opener.current : document.getElementById('content');
    back?.focus();
  };
}

/** An item of a menu is gone when the layer closes: the menu's button stands for it. */
function openerOf(active: Element | null): HTMLElement | null {
  if (!(active instanceof HTMLElement) || active === document.body) return null;
  const menu = active.closest('[role=menu]');
  return menu ? document.querySelector<HTMLElement>(`[aria-controls="${menu.id}"]`) : active;
}
