'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

/** Copies text and says for two seconds how it went. */
export function useCopy() {
  const [outcome, setOutcome] = useState<'copied' | 'failed'>();
  const timer = useRef<number>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const copy = useCallback(async (text: string) => {
    clearTimeout(timer.current);
    setOutcome(await write(text));
    timer.current = window.setTimeout(setOutcome, 2000);
  }, []);
  return { copy, outcome };
}

/** The clipboard exists only on secure origins, and asks. */
async function write(text: string): Promise<'copied' | 'failed'> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    return 'failed';
  }
}
