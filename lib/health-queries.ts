import type { Overview } from '@/contract/health';
import type { Api } from './api-utils';

const secondMs = 1_000;

/** While checks are under way it is asked again soon; a hidden page asks nothing. */
export const healthOverview = (api: Api) =>
  api.health.overview.queryOptions({
    input: {},
    refetchInterval: ({ state: { data } }) => (data && isSweeping(data) ? 5 : 30) * secondMs,
  });

export const checkPace = (api: Api) => api.health.pace.queryOptions({ refetchInterval: 30 * secondMs });

export const currentOutages = (api: Api) => api.health.outages.queryOptions({ refetchInterval: 60 * secondMs });

export const teamSettings = (api: Api) => api.teams.get.queryOptions();

function isSweeping({ sweep: { due, lastCheckAt } }: Overview): boolean {
  return due > 0 || (lastCheckAt !== null && Date.now() - Date.parse(lastCheckAt) < 15 * secondMs);
}
