import { useRef } from 'react';

/** Where the pointer was last, or the focus is: where a menu about a mark opens. */
export function usePlace() {
  const last = useRef<{ x: number; y: number } | undefined>(undefined);
  return {
    watch: {
      onPointerDownCapture: (event: React.PointerEvent) => {
        last.current = { x: event.clientX, y: event.clientY };
      },
      onKeyDownCapture: () => {
        last.current = undefined;
      },
    },
    read: (): { readonly x: number; readonly y: number } => {
      if (last.current) return last.current;
      const box = document.activeElement?.getBoundingClientRect();
      if (!box) return { x: innerWidth / 2, y: innerHeight / 2 };
      return { x: box.left + Math.min(box.width / 2, 240), y: box.top + box.height / 2 };
    },
  };
}
