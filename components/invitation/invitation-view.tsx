'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { askOffer, type Offer, Refusal } from '@/components/invitation/ask-invitation';
import { forgetToken, takeToken } from '@/components/invitation/kept-token';
import { OfferView } from '@/components/invitation/offer-view';
import { Over, type OverReason } from '@/components/invitation/over';
import { Unread } from '@/components/invitation/unread';
import { Skeleton } from '@/components/ui/skeleton';

type Found = { token: string; offer: Offer } | { over: OverReason } | { failed: string | null };

/** What an invitation's link leads to. Opening it spends nothing: only the button does. */
export function InvitationView() {
  const t = useTranslations('invitation');
  const [found, setFound] = useState<Found>();
  const [tries, setTries] = useState(0);

  useEffect(() => {
    void look().then(setFound);
    // Another link, opened in the same tab, loads no page anew.
    const again = () => window.location.hash && setTries((before) => before + 1);
    window.addEventListener('hashchange', again);
    return () => window.removeEventListener('hashchange', again);
  }, [tries]);

  if (!found) {
    return (
      <div className="grid gap-3" role="status" aria-label={t('reading')}>
        <Skeleton className="h-7 w-3/4" />
        <Skeleton className="h-32" />
      </div>
    );
  }
  if ('over' in found) return <Over reason={found.over} />;
  if ('failed' in found) return <Unread reason={found.failed} onRetry={() => setTries(tries + 1)} />;
  return <OfferView token={found.token} offer={found.offer} />;
}

const over = ['unknown', 'expired', 'used'] as const;

async function look(): Promise<Found> {
  const token = takeToken();
  if (!token) return { over: 'missing' };
  try {
    return { token, offer: await askOffer(token) };
  } catch (error) {
    const reason = error instanceof Refusal ? error.reason : null;
    const known = reason === 'invalid_input' ? 'unknown' : over.find((word) => word === reason);
    if (!known) return { failed: reason };
    forgetToken();
    return { over: known };
  }
}
