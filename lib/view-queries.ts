import type { Api } from './api-utils';

/** One's own views and the shared ones, for the sidebar. */
export const savedViews = (api: Api) => api.views.list.queryOptions({ input: { limit: 200 } });
