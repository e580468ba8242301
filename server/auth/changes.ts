import 'server-only';

type Declared = { '~orpc': { route: { method?: string } } };

/** Whether an operation is more than reading. */
export const changes = ({ '~orpc': { route } }: Declared): boolean => (route.method ?? 'POST') !== 'GET';
