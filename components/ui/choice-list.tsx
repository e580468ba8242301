'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { Skeleton } from '@/components/ui/skeleton';

export type Choice = {
  value: string;
  label: string;
  hint?: ReactNode;
  /** How far below another it stands, in a list that is a tree. */
  depth?: number;
  /** What else finds it, beside its label. */
  also?: string;
};

type ChoiceListProps = {
  label: string;
  /** Undefined while they are on their way. */
  choices: readonly Choice[] | undefined;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  /** What can be typed, where it is more than a search. */
  placeholder?: string;
  /** At most one of them. */
  single?: boolean;
  /** Under the list; it hears what was typed. */
  footer?: (text: string) => ReactNode;
};

const fewEnough = 7;
const most = 200;

/** Ticks among many, with a search once they are more than the eye takes in. */
export function ChoiceList({ label, choices, chosen, onChange, placeholder, single, footer }: ChoiceListProps) {
  const t = useTranslations('ui');
  const [text, setText] = useState('');
  const wanted = plain(text.trim());
  const found = choices?.filter(({ label, also = '' }) => plain(`${label} ${also}`).includes(wanted));

  function toggle(value: string, ticked: boolean) {
    const others = chosen.filter((other) => other !== value);
    onChange(!ticked ? others : single ? [value] : [...others, value]);
  }
  return (
    <div className="grid gap-1">
      {((choices?.length ?? 0) > fewEnough || footer) && (
        <Input
          type="search"
          aria-label={t('search')}
          placeholder={placeholder ?? t('search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {!choices && <Skeleton className="m-2 h-24" />}
      <ul aria-label={label} className="grid">
        {found?.slice(0, most).map(({ value, label: name, hint, depth = 0 }) => (
          <li key={value} style={{ paddingInlineStart: `${depth}rem` }}>
            <Checkbox
              label={
                <span className="flex min-w-0 gap-2">
                  <span className="min-w-0 flex-1 break-words">{name}</span>
                  <span className="max-w-1/2 break-all text-mute tabular-nums">{hint}</span>
                </span>
              }
              className="flex w-full rounded-lg px-2 py-1.5 hover:bg-hover [&>span:last-child]:min-w-0 [&>span:last-child]:flex-1"
              checked={chosen.includes(value)}
              onChange={(event) => toggle(value, event.target.checked)}
            />
          </li>
        ))}
      </ul>
      {found?.length === 0 && !footer && <p className="px-2 py-1.5 text-mute">{t('nothingFound')}</p>}
      {footer?.(text.trim())}
    </div>
  );
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase();
