import { useEffect, useState } from 'react';

/** The value once it has stayed the same for a moment: what is being typed is not asked for. */
export function useSettled<Value>(value: Value, afterMs = 350): Value {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(
      () => setSettled(text === undefined ? value : JSON.parse(text)),
      afterMs,
    );
    return () => clearTimeout(timer);
  }, [text, value, afterMs]);
  return settled;
}
