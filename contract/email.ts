import { z } from 'zod';
import { words } from './shapes';

/** The one form in which addresses are written, compared and looked up: full width is half width, capitals are small. */
export const canonicalEmail = (email: string): string => email.normalize('NFKC').trim().toLowerCase();

/** One address, in the form in which it is kept. A list, a name beside it or a second line is no address. */
export const emailAddress = words.max(320).transform(canonicalEmail).pipe(z.email().max(254));
