import type { Role } from '@/contract/permissions';

/** What the link of an invitation offers, as `POST /api/invitation` answers it. */
export type Offer = {
  team: string;
  role: Role;
  email: string;
  inviter: string;
  needs: 'join' | 'sign_in' | 'account' | 'sign_out';
  signedInAs: string | null;
};

/** Why nothing came of it: our API's reason or code, or null where no answer came. */
export class Refusal extends Error {
  constructor(
    readonly reason: string | null,
    readonly field: string | null = null,
  ) {
    super(reason ?? 'no answer');
  }
}

export const askOffer = (token: string): Promise<Offer> => post<Offer>('', { token });

export type NewAccount = { name: string; password: string };

export const accept = (token: string, account?: NewAccount): Promise<{ teamSlug: string }> =>
  post('/accept', { token, account });

/** The token goes in a body: never into an address. */
async function post<Answer>(path: string, body: object): Promise<Answer> {
  const response = await fetch(`/api/invitation${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  const answer = (await response?.json().catch(() => null)) as
    (Answer & { code?: string; data?: { reason?: string; field?: string } }) | null | undefined;
  if (response?.ok && answer) return answer;
  throw new Refusal(answer?.data?.reason ?? answer?.code ?? null, answer?.data?.field);
}
