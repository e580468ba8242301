'use client';

import { AdvertiserList } from '@/components/advertisers/advertiser-list';
import { AdvertiserStatus } from '@/components/connections/advertisers/advertiser-status';
import { useStatusWord } from '@/components/connections/advertisers/use-status-word';
import type { TableLook } from '@/lib/table-look';

const statusOf = (status: string | null) => <AdvertiserStatus status={status} />;

/** The list, with the status that ad accounts wear everywhere. */
export const Advertisers = ({ look }: { look: TableLook }) => (
  <AdvertiserList look={look} statusOf={statusOf} statusWord={useStatusWord()} />
);
