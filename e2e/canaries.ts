import { randomBytes } from 'node:crypto';
import { type Crew, newCrew } from './crew';
import { appUrl } from './facts';

/** Somebody, or a program, that asks: what it sends along. */
export type Asker = { name: string; headers: Record<string, string> };

const json = { 'content-type': 'application/json', origin: appUrl };

/** Everybody who may knock at this team's doors, and the secrets that were made on the way: each was shown once, if at all. */
export async function plantCanaries(crew: Crew): Promise<{ askers: Asker[]; secrets: Record<string, string> }> {
  const password = `Canary-${randomBytes(12).toString('hex')}`;
  const [admin, removed, demoted] = [
    await crew.member('admin', password),
    await crew.member('operator'),
    await crew.member('admin'),
  ];
  const stranger = (await newCrew('Next door')).owner;
  const signedIn = ({ cookie }: typeof admin) => ({ cookie: `${cookie.name}=${cookie.value}`, 'x-team': crew.slug });

  const { key } = await crew.ask<{ key: string }>('POST /api-keys', {
    name: 'Canary',
    permissions: ['connections.read', 'apps.read', 'advertisers.read'],
    expiresInDays: 1,
  });
  const { link } = await crew.ask<{ link: string }>('POST /members/invitations', {
    email: `canary-${randomBytes(4).toString('hex')}@example.com`,
    role: 'auditor',
  });
  const enrolling = await fetch(`${appUrl}/api/v1/account/second-factor`, {
    method: 'POST',
    headers: { ...json, ...signedIn(admin) },
    body: JSON.stringify({ password }),
  });
  const seed = ((await enrolling.json()) as { key: string }).key;
  await crew.ask(`DELETE /members/${removed.id}`, {});
  await crew.ask(`PATCH /members/${demoted.id}`, { role: 'auditor' });
  const { key: narrow } = await crew.ask<{ key: string }>('POST /api-keys', {
    name: 'Narrow',
    permissions: ['apps.read'],
    expiresInDays: 1,
  });

  const askers: Asker[] = [
    { name: 'owner', headers: signedIn(crew.owner) },
    { name: 'admin', headers: signedIn(admin) },
    { name: 'operator', headers: signedIn(await crew.member('operator')) },
    { name: 'auditor', headers: signedIn(await crew.member('auditor')) },
    { name: 'lowered', headers: signedIn(demoted) },
    { name: 'removed', headers: signedIn(removed) },
    { name: 'owner of another team', headers: signedIn(stranger) },
    { name: 'key', headers: { authorization: `Bearer ${key}` } },
    { name: 'key for little', headers: { authorization: `Bearer ${narrow}` } },
    { name: 'nobody', headers: {} },
  ];
  return {
    askers,
    secrets: {
      password,
      key,
      'narrow key': narrow,
      'token of an invitation': new URL(link).hash.slice(1),
      'TOTP seed': seed,
    },
  };
}
