/** All apps of a team at once: there are twenty, perhaps. */
export const everyApp = { limit: 200 };
