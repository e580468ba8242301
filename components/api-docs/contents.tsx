'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOpenLinked } from '@/components/api-docs/use-open-linked';
import { SearchInput } from '@/components/ui/search-input';

type Part = { title: string; entries: { id: string; title: string; address?: string }[] };

/** Every operation, by noun, as a link to it. Without script all of it stands there, and nothing to search it with. */
export function Contents({ parts }: { parts: Part[] }) {
  const t = useTranslations('api');
  const [sought, setSought] = useState('');
  useOpenLinked();
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
  const found = parts
    .map(({ title, entries }) => ({
      title,
      entries: entries.filter((entry) => {
        const text = `${title} ${entry.title} ${entry.address ?? ''}`.toLowerCase();
        return words.every((word) => text.includes(word));
      }),
    }))
    .filter(({ entries }) => entries.length > 0);
  return (
    <nav
      aria-label={t('contents')}
      className="grid content-start gap-2 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:self-start lg:overflow-y-auto print:hidden"
    >
      <SearchInput
        label={t('search')}
        value={sought}
        onSearch={setSought}
        delay={80}
        className="m-0.5 noscript:hidden"
      />
      {found.map(({ title, entries }) => (
        <details key={title} open={words.length > 0}>
          <summary className="rounded px-1 py-1 font-medium hover:bg-hover">
            {title} <span className="font-normal text-mute tabular-nums">{entries.length}</span>
          </summary>
          <ul className="mb-2 ps-4">
            {entries.map(({ id, title, address }) => (
              <li key={id}>
                <a href={`#${id}`} className="grid rounded px-1 py-1 hover:bg-hover hover:text-accent">
                  {title}
                  {address && (
                    <code translate="no" className="font-mono text-xs break-all text-mute">
                      {address}
                    </code>
                  )}
                </a>
              </li>
            ))}
          </ul>
        </details>
      ))}
      <p role="status" className="px-1 text-mute">
        {found.length === 0 && t('noMatch')}
      </p>
    </nav>
  );
}
