'use client';

import { useEffect, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { saying, type Word } from '@/components/ui/say';
import { toneText } from '@/components/ui/tone';
import { cn } from '@/lib/cn';

const looks = {
  success: { icon: 'circle-check', tone: 'ok' },
  error: { icon: 'circle-alert', tone: 'broken' },
} as const;

/** Goes after five seconds, in which nothing points at it. */
export function Toast({ id, text, outcome }: Word) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => saying.end(id), 5000);
    return () => clearTimeout(timer);
  }, [held, id]);
  const { icon, tone } = looks[outcome];
  return (
    <p
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      className="flex items-center gap-2.5 rounded-xl border bg-panel px-3.5 py-2.5 shadow-lift transition [overflow-wrap:anywhere] motion-safe:starting:translate-y-2 motion-safe:starting:opacity-0"
    >
      <Icon name={icon} className={cn('size-4 shrink-0', toneText[tone])} />
      {text}
    </p>
  );
}
