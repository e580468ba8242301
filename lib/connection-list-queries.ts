import type { Connection } from '@/contract/connections';
import type { Api } from './api-utils';
import { type ConnectionSearch, listInput, statesInput } from './connection-search';
import type { AskList } from './list-pages';

/** The list under one filter and order, page by page; the page fills the same keys. */
export const connectionList = (api: Api, search: ConnectionSearch): AskList<Connection> => {
  const input = listInput(search);
  return (where) => api.connections.list.queryOptions({ input: { ...input, ...where } });
};

export const connectionStates = (api: Api, search: ConnectionSearch) =>
  api.connections.states.queryOptions({ input: statesInput(search) });

/** What to choose from in a filter; a team with more finds the rest by an app's own page. */
export const appChoices = (api: Api) => api.apps.list.queryOptions({ input: { limit: 200 } });
export const memberChoices = (api: Api) => api.members.list.queryOptions({ input: { limit: 200 } });
export const tagChoices = (api: Api) => api.tags.list.queryOptions();
