import { defineConfig } from 'prisma/config';

/** For Prisma's own command line only: the product applies its migrations itself (server/database/migrate.ts). */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
});
