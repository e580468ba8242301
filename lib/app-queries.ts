import type { App } from '@/contract/apps';
import type { Api } from './api-utils';
import { appInput, type AppSearch } from './app-search';
import type { AskList } from './list-pages';

/** The list under one filter and order, page by page; the page fills the same keys. */
export const appList = (api: Api, search: AppSearch): AskList<App> => {
  const input = appInput(search);
  return (where) => api.apps.list.queryOptions({ input: { ...input, ...where } });
};

/** Where a file of everything that matches is; a link cannot send which team asks. */
export const appsFile = (team: string, search: AppSearch): string =>
  `/api/v1/apps.csv?${new URLSearchParams({ team, ...appInput(search) })}`;

export const oneApp = (api: Api, id: string) => api.apps.get.queryOptions({ input: { id } });

/** The worst first: what an app's page has room for. */
export const connectionsOfApp = (api: Api, appId: string) =>
  api.connections.list.queryOptions({ input: { appId, sort: 'state', limit: 10 } });

/** Asked for its total: Authorized URLs that are out, and codes that wait to be accepted. */
export const pendingOfApp = (api: Api, appId: string) =>
  api.authorizations.list.queryOptions({ input: { appId, status: 'pending,quarantined', limit: 1 } });
