import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { db } from '@/test/database';
import { freeSlug } from './team-slug';

/** First parts of the addresses that are there whatever teams there are. */
const fixed = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory() || entry.name.startsWith('[')) return [];
    return entry.name.startsWith('(') ? fixed(`${folder}/${entry.name}`) : [entry.name];
  });

it('never gives a team an address that is another page’s', async () => {
  expect(fixed('app').length).toBeGreaterThan(8);
  for (const name of fixed('app')) expect([name, await freeSlug(db, name)]).not.toEqual([name, name]);
});
