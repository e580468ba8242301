import { demoEmails, demoPassword } from './people';
import type { Scene } from './scene';

/** Where to go, who to be, and what to try. */
export function welcome({ simulator, people }: Scene, appUrl: string): string {
  const [owner, ...others] = demoEmails;
  const [app] = simulator.world.apps.values();
  return `
  Grantboard        ${appUrl}/${people.owner.teamSlug}/connections
  Sign in as        ${owner}   password ${demoPassword}
  or, same password ${others.join(', ')}
  TikTok's side     ${simulator.url}/_simulator

  Try
   1. Connect: open the app “Hoshi Reporting”, “Connect now”, log in as anybody; TikTok's code is 123456.
   2. Paste: “京都支店アプリ” comes back to an address that does not load. Copy it from the address bar, and paste it.
   3. Break it: press “Revoke” beside a token on TikTok's side, then “Check now” on its connection; re-authorize it.
   4. Decide: two re-authorizations wait for you, and two codes that came from copied links.
   5. Register an app of your own, as TikTok shows it in My Apps:
      App ID ${app?.id}
      Secret ${app?.secret}
      Redirect URL ${appUrl}/callback
   6. Everything in Japanese: the menu at the top right.

  Every start makes it all anew. Ctrl-C ends it.
`;
}
