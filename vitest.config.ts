import { defineConfig } from 'vitest/config';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));

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
  },
});
