'use client';

import { useSuspenseQuery } from '@tanstack/react-query';
import { FailureCallout } from '@/components/connections/failure';
import { StateBadge } from '@/components/connections/state-badge';
import { ArchivedNote } from '@/components/connections/view/archived-note';
import { CheckResult } from '@/components/connections/view/check-result';
import { ConnectionActions } from '@/components/connections/view/connection-actions';
import { ConnectionTabs } from '@/components/connections/view/connection-tabs';
import { Deciding } from '@/components/connections/view/deciding';
import { Identity } from '@/components/connections/view/identity';
import { Inspecting } from '@/components/connections/view/inspecting';
import { Standing } from '@/components/connections/view/standing';
import { Twins } from '@/components/connections/view/twins';
import { UnsettledCheck } from '@/components/connections/view/unsettled-check';
import { useActs } from '@/components/connections/view/use-acts';
import { useInspected } from '@/components/connections/view/use-inspected';
import { PageHeader } from '@/components/ui/page-header';
import { useApi } from '@/lib/api';
import { oneConnection } from '@/lib/connection-queries';
import type { TableLook } from '@/lib/table-look';

type ConnectionViewProps = {
  id: string;
  /** The TikTok that its app belongs to. */
  apiUrl: string;
  /** Of the table of its advertisers. */
  look: TableLook;
};

/** One connection: does it work, whose is it, what can it reach. */
export function ConnectionView({ id, apiUrl, look }: ConnectionViewProps) {
  const { data: connection } = useSuspenseQuery(oneConnection(useApi(), id));
  const acts = useActs(connection);
  useInspected(connection);
  return (
    <>
      <PageHeader
        title={connection.name}
        badge={<StateBadge state={connection.state} />}
        lead={<Identity connection={connection} />}
        actions={<ConnectionActions connection={connection} acts={acts} />}
      />
      <CheckResult verdict={acts.verdict} state={connection.state} />
      <FailureCallout error={acts.error} />
      <Twins id={id} />
      <Deciding id={id} />
      <Standing connection={connection} acts={acts} />
      <UnsettledCheck connection={connection} />
      <Inspecting connection={connection} />
      <ArchivedNote connection={connection} acts={acts} />
      <ConnectionTabs connection={connection} apiUrl={apiUrl} look={look} />
    </>
  );
}
