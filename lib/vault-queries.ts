import type { Api } from './api-utils';

/** While a rotation is under way it is asked again soon. */
export const vaultState = (api: Api) =>
  api.vault.get.queryOptions({
    refetchInterval: ({ state: { data } }) => (data?.rotation ? 2_000 : false),
  });
