import { useEffect, useState } from 'react';

/** The last value that stayed for so many milliseconds; undefined at once where there is none now. */
export function useSettled<Value>(value: Value | undefined, delay: number): Value | undefined {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(
      () => {
        setSettled(value);
      },
      value === undefined ? 0 : delay,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [value, delay]);
  return value === undefined ? undefined : settled;
}
