import createNextIntlPlugin from 'next-intl/plugin';

/** Wording is compiled at build time: browsers get a formatter of 1 kB instead of a parser of 8. */
const withIntl = createNextIntlPlugin({
  requestConfig: './i18n/request.ts',
  experimental: {
    messages: { path: './messages', format: 'json', locales: ['en', 'ja'], sourceLocale: 'en', precompile: true },
  },
});

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // `npm run types` checks them; a newcomer's first build need not.
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  experimental: { optimizePackageImports: ['radix-ui'] },
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

export default withIntl(config);
