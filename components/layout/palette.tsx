'use client';

import { Command } from 'cmdk';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useFound } from '@/components/layout/use-found';
import { Dialog } from '@/components/ui/dialog';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

/** Finds an advertiser, a connection, an app by name or id, and goes there, or to a page. */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useTranslations('shell');
  const router = useRouter();
  const { team, may } = useSession();
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  // After the dialog has opened, which puts the focus on the first thing that takes any.
  useEffect(() => input.current?.focus(), []);
  const { found, searching } = useFound(text);
  const wanted = text.normalize('NFKC').trim().toLowerCase();
  const pages = places({ audits: may('audit.read'), readsKeys: may('keys.read') }).filter((name) =>
    t(name).normalize('NFKC').toLowerCase().includes(wanted),
  );

  // The library keeps what it chose last, whether or not that is still there.
  const [chosen, setChosen] = useState('');
  const options = [
    ...found.flatMap(({ kind, rows }) => rows.map(({ id }) => valueOf(kind, id))),
    ...pages.map((name) => valueOf('page', name)),
  ];
  const selected = options.includes(chosen) ? chosen : (options[0] ?? '');

  function go(href: string) {
    onClose();
    router.push(href);
  }
  return (
    <Dialog open onClose={onClose} title={t('palette.title')} size="md">
      <Command
        shouldFilter={false}
        loop
        label={t('palette.title')}
        value={selected}
        onValueChange={setChosen}
        className="grid gap-2 outline-none"
      >
        <Command.Input
          ref={input}
          value={text}
          onValueChange={setText}
          placeholder={t('palette.hint')}
          className="h-10 w-full rounded-lg border border-edge bg-panel px-3 text-[1rem] outline-offset-0 focus-visible:border-accent"
        />
        <Command.List label={t('palette.results')} className="max-h-[min(24rem,60dvh)] overflow-y-auto">
          {found.map(({ kind, rows }) => (
            <Group key={kind} heading={t(kind)}>
              {rows.map(({ id, name, about, href }) => (
                <Item key={id} value={valueOf(kind, id)} onSelect={() => go(href)}>
                  <span dir="auto" className="min-w-0 flex-1 truncate">
                    {name}
                  </span>
                  <span className="truncate font-mono text-xs text-mute">{about}</span>
                </Item>
              ))}
            </Group>
          ))}
          {pages.length > 0 && (
            <Group heading={t('palette.pages')}>
              {pages.map((name) => (
                <Item key={name} value={valueOf('page', name)} onSelect={() => go(hrefOf(name, team.slug))}>
                  {t(name)}
                </Item>
              ))}
            </Group>
          )}
        </Command.List>
        <p role="status" className="text-xs text-mute">
          {searching
            ? t('palette.searching')
            : found.length + pages.length === 0
              ? t('palette.nothing')
              : t('palette.keys')}
        </p>
      </Command>
    </Dialog>
  );
}

const valueOf = (kind: string, id: string) => `${kind} ${id}`;

const everybody = [
  'overview',
  'connections',
  'advertisers',
  'coverage',
  'authorizations',
  'apps',
  'members',
  'settings',
] as const;

const places = ({ audits, readsKeys }: { audits: boolean; readsKeys: boolean }) => [
  ...everybody,
  ...(readsKeys ? (['apiKeys'] as const) : []),
  ...(audits ? (['audit'] as const) : []),
];

const hrefOf = (name: ReturnType<typeof places>[number], team: string) =>
  name === 'overview' ? paths.team(team) : paths[name](team);

const Group = ({ heading, children }: { heading: string; children: ReactNode }) => (
  <Command.Group
    heading={heading}
    className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-mute"
  >
    {children}
  </Command.Group>
);

type ItemProps = { value: string; onSelect: () => void; children: ReactNode };

const Item = (props: ItemProps) => (
  <Command.Item
    className="flex cursor-pointer items-center gap-3 rounded-lg px-2.5 py-1.5 aria-selected:bg-hover aria-selected:outline aria-selected:outline-accent aria-selected:-outline-offset-1"
    {...props}
  />
);
