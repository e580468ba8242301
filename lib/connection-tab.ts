import { oneOf } from './address';

/** The views of a connection, as its address names them. */
const connectionTabs = ['overview', 'advertisers', 'permissions', 'history'] as const;
export type ConnectionTab = (typeof connectionTabs)[number];

export const connectionTab = { tab: oneOf(connectionTabs, 'overview') };
