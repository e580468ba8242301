'use client';

import { useTranslations } from 'next-intl';
import { type ComponentProps, useEffect, useRef, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { cn } from '@/lib/cn';

type SearchInputProps = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type'> & {
  label: string;
  value: string;
  onSearch: (text: string) => void;
  delay?: number;
};

/** Tells `onSearch` once typing pauses; the text typed meanwhile is its own. */
export function SearchInput({ label, value, onSearch, delay = 250, className, ...rest }: SearchInputProps) {
  const t = useTranslations('ui');
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const timer = useRef<number>(undefined);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => () => clearTimeout(timer.current), []);

  if (value !== known) {
    setKnown(value);
    setText(value);
  }

  function search(next: string, wait = delay) {
    setText(next);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      setKnown(next);
      onSearch(next);
    }, wait);
  }

  return (
    <search className={cn('relative flex', className)}>
      <Icon name="search" className="pointer-events-none absolute top-2 left-2.5 size-4 text-mute" />
      <Input
        ref={box}
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => search(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && search(text, 0)}
        className="pr-9 pl-8.5 [&::-webkit-search-cancel-button]:hidden"
        {...rest}
      />
      {text && (
        <span className="absolute top-0.5 right-0.5">
          <IconButton
            size="icon-sm"
            label={t('clearSearch')}
            icon={<Icon name="x" />}
            onClick={() => {
              search('', 0);
              box.current?.focus();
            }}
          />
        </span>
      )}
    </search>
  );
}
