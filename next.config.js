import { PHASE_PRODUCTION_SERVER } from 'next/constants.js';

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // `npm run types` checks them; a newcomer's first build need not.
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  // A page's code is loaded when somebody first comes to it: most of them nobody does for days.
  experimental: { optimizePackageImports: ['radix-ui'], preloadEntriesOnStart: false },
  /** Loaded from node_modules as they are: native, WebAssembly, or too dynamic for a bundler. */
  serverExternalPackages: [
    '@electric-sql/pglite',
    '@electric-sql/pglite-socket',
    '@node-rs/argon2',
    '@prisma/adapter-pg',
    '@prisma/client',
    '@prisma/schema-engine-wasm',
    'pg',
    'pg-boss',
    'pino',
    'prom-client',
    'undici',
  ],
};

/** A server has no use for the plugin, which brings a compiler and a watcher of files into it. */
export default async function configOf(phase) {
  return phase === PHASE_PRODUCTION_SERVER ? config : withIntl(config);
}

/** Wording is compiled at build time: browsers get a formatter of 1 kB instead of a parser of 8. */
async function withIntl(config) {
  const { default: createNextIntlPlugin } = await import('next-intl/plugin');
  const messages = { path: './messages', format: 'json', locales: ['en', 'ja'], sourceLocale: 'en', precompile: true };
  return createNextIntlPlugin({ requestConfig: './i18n/request.ts', experimental: { messages } })(config);
}
