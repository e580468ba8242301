import { defineConfig, devices } from '@playwright/test';
import { browserArguments, findBrowser } from './e2e/browser.js';
import { appUrl, backstageUrl } from './e2e/facts';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  // No journey measures time but those that say so: a slow machine only takes longer.
  timeout: 180_000,
  expect: { timeout: 40_000 },
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  // A shared machine stalls at times; what does not pass the first time is reported as flaky, by name.
  retries: process.env.CI ? 2 : 0,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: appUrl,
    trace: 'retain-on-failure',
    launchOptions: { executablePath: findBrowser() ?? undefined, args: browserArguments },
  },
  projects: [
    { name: 'journeys', testIgnore: 'secrets.spec.ts' },
    // What all the others made is searched too.
    { name: 'secrets', testMatch: 'secrets.spec.ts', dependencies: ['journeys'] },
  ],
  webServer: {
    command: 'npx tsx --conditions=react-server e2e/stage.ts',
    url: `${backstageUrl}/ready`,
    timeout: 180_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
