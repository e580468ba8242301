import { useTranslations } from 'next-intl';
import type { Connection } from '@/contract/connections';

/** Why it reaches none, as far as we can tell. */
export function NoAdvertisers({ connection: { state, inspected } }: { connection: Connection }) {
  const t = useTranslations('connections.advertisers');
  if (state === 'revoked') return <p className="text-mute">{t('noneRevoked')}</p>;
  return <p className="text-mute">{inspected ? t('none') : t('noneYet')}</p>;
}
