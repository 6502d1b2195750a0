import { useEffect } from 'react';

/** Escape lets go of what hovering shows, without the pointer having to move. */
export function useEscape(active: boolean, letGo: () => void): void {
  useEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') letGo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [active, letGo]);
}
