/** What a cookie of ours is called: with https, `__Host-` keeps every other host of the domain from setting it. */
export const cookieName = (name: string, https: boolean): string => (https ? `__Host-${name}` : name);
