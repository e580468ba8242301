import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { BarePage } from '@/components/layout/bare-page';
import { Receipt, type ReceiptKind } from '@/components/outcome/receipt';
import { RefreshEvery } from '@/components/outcome/refresh-every';
import type { AuthorizationStatus } from '@/contract/authorizations';
import { paths } from '@/lib/paths';
import { readSession } from '@/server/auth/session';
import { describeOutcome } from '@/server/authorizations/describe-outcome';

type Props = { params: Promise<{ ending: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('outcome');
  return { title: t('pageTitle'), referrer: 'no-referrer', robots: { index: false, follow: false } };
}

/** Where TikTok's redirect ends. A member goes on to the authorization itself; anybody else gets a receipt. */
export default async function OutcomePage({ params }: Props) {
  const { ending } = await params;
  const session = await readSession(await headers());
  const outcome = await describeOutcome(ending, session?.user.id ?? null);
  if (outcome?.teamSlug) redirect(paths.authorization(outcome.teamSlug, ending));

  const kind = outcome ? receiptOf[outcome.status] : (receiptWithout.get(ending) ?? 'unknown');
  return (
    <BarePage>
      <Receipt kind={kind} signInTo={outcome && !session ? paths.outcome(ending) : null} home={session !== null} />
      {kind === 'working' && <RefreshEvery seconds={4} />}
    </BarePage>
  );
}

const receiptOf: Record<AuthorizationStatus, ReceiptKind> = {
  pending: 'waiting',
  quarantined: 'received',
  claimed: 'working',
  comparing: 'received',
  connected: 'connected',
  no_advertisers: 'no_advertisers',
  cancelled: 'cancelled',
  expired: 'expired',
  refused: 'refused',
  lost: 'lost',
};

const receiptWithout = new Map<string, ReceiptKind>([
  ['malformed', 'malformed'],
  ['cancelled', 'cancelled'],
  ['other-browser', 'otherBrowser'],
]);
