import { useEffect, useRef, useState } from 'react';

/** A value once it has stood still for so long. Values that say the same are the same. */
export function useSettled<Value>(value: Value, afterMs = 350): Value {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  const latest = useRef(value);
  latest.current = value;
  useEffect(() => {
    // the text stands for the value
    void text;
    const timer = setTimeout(() => setSettled(latest.current), afterMs);
    return () => clearTimeout(timer);
  }, [text, afterMs]);
  return settled;
}
