import { useRef } from 'react';
import type { Picked } from './picked.js';

/**
 * Where a menu about a mark opens: where the pointer was, or the focus is. Charts tell of a mark when
 * it is pressed; a menu that opened then would close again with the rest of the press.
 */
export function usePlace(open: (picked: Picked) => void) {
  const pressed = useRef<{ x: number; y: number } | undefined>(undefined);
  const waiting = useRef<Picked | undefined>(undefined);
  return {
    watch: {
      onPointerDownCapture: (event: React.PointerEvent) => {
        pressed.current = { x: event.clientX, y: event.clientY };
        waiting.current = undefined;
      },
      onKeyDownCapture: () => {
        pressed.current = undefined;
      },
      onClick: () => {
        if (waiting.current) open(waiting.current);
        waiting.current = undefined;
      },
    },
    read: (): Pick<Picked, 'x' | 'y'> => {
      if (pressed.current) return pressed.current;
      const box = document.activeElement?.getBoundingClientRect();
      if (!box) return { x: innerWidth / 2, y: innerHeight / 2 };
      return { x: box.left + Math.min(box.width / 2, 240), y: box.top + box.height / 2 };
    },
    pick: (picked: Picked | undefined) => {
      if (!picked) return;
      if (pressed.current) waiting.current = picked;
      else open(picked);
    },
  };
}
