'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';
import type { Authorization } from '@/contract/authorizations';
import { About } from './about';
import { Comparing } from './comparing/comparing';
import { Ending } from './ending/ending';
import { Exchanging } from './exchanging';
import { Kept } from './kept';
import { useAuthorization } from './use-authorization';
import { useSettled } from './use-settled';
import { Waiting } from './waiting/waiting';

/** One authorization, whatever it is now. `apiUrl` is the TikTok that its app belongs to. */
export function AuthorizationView({ id, apiUrl }: { id: string; apiUrl: string }) {
  const t = useTranslations('authorizations.offline');
  const { authorization, outOfDate } = useAuthorization(id);
  useTellOthers(authorization);
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-3 md:pt-[6vh]">
      {outOfDate && (
        <Callout announce tone="degraded" icon={<Icon name="wifi-off" />} title={t('title')}>
          {t('text')}
        </Callout>
      )}
      <Now authorization={authorization} apiUrl={apiUrl} />
      <About authorization={authorization} />
    </div>
  );
}

function Now({ authorization, apiUrl }: { authorization: Authorization; apiUrl: string }) {
  switch (authorization.status) {
    case 'pending':
      return <Waiting authorization={authorization} apiUrl={apiUrl} />;
    case 'quarantined':
      return <Kept authorization={authorization} />;
    case 'claimed':
      return <Exchanging authorization={authorization} />;
    case 'comparing':
      return <Comparing authorization={authorization} />;
    default:
      return <Ending authorization={authorization} />;
  }
}

/** What polling found out makes lists elsewhere old. */
function useTellOthers(authorization: Authorization) {
  const settled = useSettled();
  const known = useRef(authorization.status);
  useEffect(() => {
    if (known.current === authorization.status) return;
    known.current = authorization.status;
    void settled(authorization);
  }, [authorization, settled]);
}
