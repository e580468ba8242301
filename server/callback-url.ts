import 'server-only';
import { env } from './env';

/** This deployment's own redirect URL: the one whose page loads. */
export function callbackUrl(): string {
  return `${env().APP_URL}/callback`;
}
