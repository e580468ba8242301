'use client';

import { changeSession } from './change-session';
import { paths } from './paths';

/** Ends the session, everywhere its cookie is, and leaves. */
export async function signOut(): Promise<void> {
  await changeSession('signout', {});
  window.location.assign(paths.signIn);
}
