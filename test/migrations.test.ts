import { expect, it } from 'vitest';
import { pendingMigration } from '@/scripts/pending-migration';

it('has migrations that lead to the schema', async () => {
  expect(await pendingMigration()).toBe('');
}, 120_000);
