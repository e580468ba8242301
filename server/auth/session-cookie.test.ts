import { createCipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { decode } from 'next-auth/jwt';
import { expect, it } from 'vitest';
import { env } from '@/server/env';
import { createPerson, createTeam } from '@/test/factories';
import { readSession } from './session';
import { sessionCookie } from './session-cookie';

/** A cookie with our own key, in another algorithm that takes one of 32 bytes: A128CBC-HS256 (RFC 7518). */
function sealedOtherwise(content: object, secret: string): string {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'NextAuth.js Generated Encryption Key', 32));
  const header = Buffer.from('{"alg":"dir","enc":"A128CBC-HS256"}').toString('base64url');
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-128-cbc', key.subarray(16), iv);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(content)), cipher.final()]);
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(header.length * 8));
  const mac = createHmac('sha256', key.subarray(0, 16)).update(header).update(iv).update(sealed).update(length);
  const tag = mac.digest().subarray(0, 16);
  return [header, '', ...[iv, sealed, tag].map((bytes) => bytes.toString('base64url'))].join('.');
}

it('opens in the one algorithm that it is sealed in, and in no other', async () => {
  const { sessionId } = await createPerson(await createTeam());
  const ours = (await sessionCookie(sessionId, 60)).split(';')[0]!;
  expect(await readSession(new Headers({ cookie: ours }))).toMatchObject({ id: sessionId });

  const secret = env().AUTH_SECRET;
  const token = sealedOtherwise({ sid: sessionId, exp: Math.floor(Date.now() / 1000) + 60 }, secret);
  expect(await decode({ token, secret })).toMatchObject({ sid: sessionId });
  expect(await readSession(new Headers({ cookie: `${ours.split('=')[0]}=${token}` }))).toBeNull();
});
