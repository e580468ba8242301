import type { Api } from './api-utils';

export const ownAccount = (api: Api) => api.account.get.queryOptions();

export const ownSessions = (api: Api) => api.account.sessions.queryOptions();
