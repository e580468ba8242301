import type { Need } from '@/contract/health';
import { paths } from '@/lib/paths';

/** Where one of them is settled: its own page if it is the only one, else the list of all of its kind. */
export function needLink(team: string, { kind, count, first }: Need): string {
  const only = count === 1 ? first[0]?.id : undefined;
  switch (kind) {
    case 'auth_broken':
    case 'app_problem':
    case 'degraded':
      return only ? paths.connection(team, only) : `${paths.connections(team)}?state=${kind}`;
    case 'code_kept':
    case 'comparison':
    case 'expiring':
      return only
        ? paths.authorization(team, only)
        : `${paths.authorizations(team)}?status=${kind === 'expiring' ? 'waiting' : 'deciding'}`;
    case 'app_review':
      return only ? paths.app(team, only) : paths.apps(team);
  }
}
