import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import type { contract } from '@/contract';

export type ApiClient = ContractRouterClient<typeof contract>;
/** Query and mutation options of every operation: `api.connections.list.queryOptions({ input })`. */
export type Api = RouterUtils<ApiClient>;

/** Over any client: keys name the operation and its input, whoever answers it, so that server and browser share a cache. */
export const apiOver = (client: ApiClient): Api => createTanstackQueryUtils(client);
