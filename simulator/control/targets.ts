import { ENDPOINTS } from '../open-api/endpoints';

/** What a fault can be planned for. */
export const FAULT_TARGETS = ['all', ...Object.keys(ENDPOINTS), 'portal/confirm'];
