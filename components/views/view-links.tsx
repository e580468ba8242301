'use client';

import { useQuery } from '@tanstack/react-query';
import { later } from '@/components/ui/later';
import { useApi } from '@/lib/api';
import { savedViews } from '@/lib/view-queries';

const ViewList = later(async () => (await import('./view-list')).ViewList);

/** The saved views in the sidebar, once there are some. */
export function ViewLinks() {
  const { data } = useQuery(savedViews(useApi()));
  return data && data.rows.length > 0 && <ViewList views={data.rows} />;
}
