import { z } from 'zod';

export const shortestPassword = 8;
/** In bytes. More is never hashed. */
export const longestPassword = 1024;

/** One that is chosen; `server/auth/password` has the last word, after NFKC. */
export const newPassword = z.string().min(shortestPassword).max(longestPassword);

/** One that is proved, or tried. */
export const givenPassword = z.string().max(longestPassword);
