/** A value kept in this browser under `olympus.<name>`; quietly absent where storage is forbidden. */
export function readStored(name: string): string | null {
  try {
    return localStorage.getItem(`olympus.${name}`);
  } catch {
    return null;
  }
}

export function writeStored(name: string, value: string): void {
  try {
    localStorage.setItem(`olympus.${name}`, value);
  } catch {
    // The choice then lasts as long as the page.
  }
}
