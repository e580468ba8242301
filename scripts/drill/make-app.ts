import { db } from '@/server/database/client';
import { withDatabase } from '@/server/database/with-database';
import { runCommand } from '@/scripts/console/run-command';

/** Registers the app that imported tokens belong to; its secret plays no part. */
await runCommand(() =>
  withDatabase(async () => {
    const { id: teamId } = await db.team.findFirstOrThrow({ select: { id: true } });
    await db.app.create({ data: { teamId, name: 'Drill', appId: process.argv[2]! } });
  }),
);
