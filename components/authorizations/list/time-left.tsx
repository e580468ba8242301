import { Countdown } from '@/components/ui/countdown';
import type { Authorization } from '@/contract/authorizations';

/** How long its Authorized URL, or the code that came back, is still good for. */
export function TimeLeft({ authorization: { status, expiresAt, codeExpiresAt } }: { authorization: Authorization }) {
  if (status === 'pending') return <Countdown until={expiresAt} />;
  return status === 'quarantined' && codeExpiresAt ? <Countdown until={codeExpiresAt} /> : null;
}
