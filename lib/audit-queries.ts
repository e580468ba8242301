import type { Api } from './api-utils';
import { auditInput, type AuditSearch } from './audit-search';
import type { AskList } from './list-pages';
import type { AuditEvent } from '@/contract/audit';

/** The audit under this search, a page at a time. */
export const auditList =
  (api: Api, search: AuditSearch): AskList<AuditEvent> =>
  (where) =>
    api.audit.list.queryOptions({ input: { ...auditInput(search), ...where } });

export const oneEvent = (api: Api, sequence: string) =>
  api.audit.get.queryOptions({ input: { sequence }, staleTime: Infinity });

/** People to choose from, by name. */
export const memberChoices = (api: Api) => api.members.list.queryOptions({ input: { limit: 200 } });
