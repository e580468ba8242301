'use client';

import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '@/lib/api';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

type Row = { id: string; name: string; about: string; href: string };
type Found = { kind: 'advertisers' | 'connections' | 'apps'; rows: Row[] };

const restMs = 150;
const most = 6;

/** The first advertisers, connections and apps that match, asked for once typing pauses. */
export function useFound(text: string): { found: Found[]; searching: boolean } {
  const api = useApi();
  const { team } = useSession();
  const wanted = text.trim().slice(0, 200);
  const [q, setQ] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQ(wanted), restMs);
    return () => clearTimeout(timer);
  }, [wanted]);

  const asked = { enabled: q !== '', placeholderData: keepPreviousData };
  const [advertisers, connections, apps] = useQueries({
    queries: [
      { ...api.advertisers.list.queryOptions({ input: { q, limit: most } }), ...asked },
      { ...api.connections.list.queryOptions({ input: { q, limit: most } }), ...asked },
      { ...api.apps.list.queryOptions({ input: { q, limit: most } }), ...asked },
    ],
  });
  const { slug } = team;
  const found: Found[] = [
    {
      kind: 'advertisers',
      rows: (advertisers.data?.rows ?? []).map(({ advertiserId: id, name }) => ({
        id,
        name: name ?? id,
        about: id,
        href: paths.advertiser(slug, id),
      })),
    },
    {
      kind: 'connections',
      rows: (connections.data?.rows ?? []).map(({ id, name, app }) => ({
        id,
        name,
        about: app.name,
        href: paths.connection(slug, id),
      })),
    },
    {
      kind: 'apps',
      rows: (apps.data?.rows ?? []).map(({ id, name, appId }) => ({
        id,
        name,
        about: appId ?? '',
        href: paths.app(slug, id),
      })),
    },
  ];
  const searching = wanted !== q || (q !== '' && [advertisers, connections, apps].some(({ isFetching }) => isFetching));
  return { found: wanted === '' ? [] : found.filter(({ rows }) => rows.length > 0), searching };
}
