'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { Authorization } from '@/contract/authorizations';
import { useApi } from '@/lib/api';
import { useSession } from '@/lib/session';
import { Problem } from '../problem';
import { StepCard } from '../step-card';
import { OpenTikTok } from './open-tiktok';
import { PasteBox } from './paste-box';
import { PasteFold } from './paste-fold';
import { UrlToSend } from './url-to-send';
import { WaitingActions } from './waiting-actions';

/** Nobody has come back yet: the way to TikTok, and the paste box for when its redirect does not load. */
export function Waiting({ authorization, apiUrl }: { authorization: Authorization; apiUrl: string }) {
  const t = useTranslations('authorizations.waiting');
  const { person, may } = useSession();
  const mine = may('authorizations.create');
  const { id, bound, arrival, startedBy } = authorization;
  const { data, error } = useAuthorizedUrl(id, mine);
  const url = data?.url ?? null;
  const ownState = url && new URL(url).searchParams.get('state');
  const paste = <PasteBox authorization={authorization} ownState={ownState} />;
  return (
    <StepCard current={1} title={t('title')} lead={t(mine ? leadOf(authorization) : 'leadReader')}>
      {bound && startedBy && startedBy.id !== person.id && <p>{t('otherBrowser', { name: startedBy.name })}</p>}
      <Problem error={error} />
      {url && bound && <OpenTikTok url={url} authorization={authorization} />}
      {url && !bound && <UrlToSend url={url} authorization={authorization} />}
      {mine && (arrival === 'paste' ? paste : <PasteFold>{paste}</PasteFold>)}
      {mine && <WaitingActions authorization={authorization} url={url} apiUrl={apiUrl} />}
    </StepCard>
  );
}

/** It does not change while it is pending, and is not worth an error when the authorization has just moved on. */
function useAuthorizedUrl(id: string, enabled: boolean) {
  const api = useApi();
  return useQuery(api.authorizations.url.queryOptions({ input: { id }, enabled, staleTime: Infinity }));
}

function leadOf({ bound, arrival }: Authorization): 'leadUrl' | 'leadPaste' | 'leadReachable' {
  if (!bound) return 'leadUrl';
  return arrival === 'paste' ? 'leadPaste' : 'leadReachable';
}
