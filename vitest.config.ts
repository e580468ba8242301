import { defineConfig } from 'vitest/config';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));

/**
 * pg-boss 10 does not wait until a job is written down as done or failed (manager.js, onFetch): where a test breaks the
 * database off, nobody is there to hear that it could not be. The job is done again once its time is up.
 */
const isLastWordOnJob = (stack = '') => /Manager\.(complete|fail) .*pg-boss/.test(stack);

export default defineConfig({
  resolve: {
    alias: [
      { find: 'server-only', replacement: `${root}test/server-only.ts` },
      { find: /^@\//, replacement: root },
    ],
  },
  test: {
    globalSetup: 'test/global-setup.ts',
    include: ['{app,components,contract,i18n,lib,messages,server,simulator,test,scripts}/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    onUnhandledError: ({ stack }) => !isLastWordOnJob(stack),
  },
});
