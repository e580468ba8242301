'use client';

import type { Authorization } from '@/contract/authorizations';
import { Connected } from './connected';
import { NoAdvertisers } from './no-advertisers';
import { PlainEnding } from './plain-ending';
import { Refused } from './refused';

/** How it ended: what happened, who can fix it, one button. */
export function Ending({ authorization }: { authorization: Authorization }) {
  switch (authorization.outcome) {
    case 'connected':
      return <Connected authorization={authorization} />;
    case 'no_advertisers':
      return <NoAdvertisers authorization={authorization} />;
    case 'refused':
      return <Refused authorization={authorization} />;
    default:
      return isAltered(authorization) ? (
        <Refused authorization={authorization} />
      ) : (
        <PlainEnding authorization={authorization} />
      );
  }
}

/** Lost, not on the way, but where it was stored. */
const isAltered = ({ failure }: Authorization) => failure?.key === 'code_tampered' || failure?.key === 'tampered';
