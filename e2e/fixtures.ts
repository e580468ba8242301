import { test as base, type BrowserContext } from '@playwright/test';
import { newCrew, type Crew } from './crew';
import type { Member } from './backstage';
import { appUrl } from './facts';
import { serverLogEnd, tellServerLog } from './server-log';

export { expect } from '@playwright/test';

/**
 * `told`: a test that fails tells what the server said meanwhile. `crew`: a team of the test's own. `enter`: this browser
 * is signed in as its owner, or as `member`.
 */
export const test = base.extend<{ crew: Crew; enter: (member?: Member) => Promise<void>; told: void }>({
  told: [
    async ({}, use, info) => {
      const from = serverLogEnd();
      await use();
      if (info.status !== info.expectedStatus) await tellServerLog(info, from);
    },
    { auto: true },
  ],
  crew: async ({}, use) => use(await newCrew()),
  enter: async ({ context, crew }, use) => use((member = crew.owner) => signIn(context, member)),
});

export async function signIn(context: BrowserContext, { cookie }: Member): Promise<void> {
  await context.addCookies([{ ...cookie, url: appUrl, httpOnly: true, sameSite: 'Lax' }]);
}
