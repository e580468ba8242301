import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from '../e2e/browser.js';

/** Makes sure that there is a Chromium for the tests: one that is found, else Playwright's own, else the distribution's. */
const installs = [
  'npx playwright install --with-deps chromium',
  'apt-get update -qq && apt-get install -qq -y chromium fonts-noto-cjk',
];

let found = findBrowser();
for (const install of installs) {
  if (found) break;
  console.log(`No browser found; trying: ${install}`);
  spawnSync(install, { shell: true, stdio: ['ignore', 'inherit', 'inherit'] });
  found = findBrowser();
}
if (!found || !existsSync(found)) {
  console.error('No Chromium was found or could be installed. Install one, or name it in CHROMIUM_PATH.');
  process.exit(1);
}
console.log(`Browser: ${found}`);
