'use client';

import { changeSession } from './change-session';
import { forgetForms } from './kept-form';
import { paths } from './paths';

/** Ends the session, everywhere its cookie is, and leaves. */
export async function signOut(): Promise<void> {
  forgetForms();
  await changeSession('signout', {});
  window.location.assign(paths.signIn);
}
