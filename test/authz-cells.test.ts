import { beforeAll, describe, expect, it } from 'vitest';
import { actors, matrixActors, saidOf } from '@/test/matrix-actors';
import { ofObjects, restOf } from '@/test/object-operations';
import { useTikTok } from '@/test/tiktok';
import { askWith, canary, make, missingOf, setStage, type Stage } from '@/test/two-teams';

useTikTok();

let own: Stage;
let others: Stage;
let headers: Awaited<ReturnType<typeof matrixActors>>;
beforeAll(async () => {
  ({ own, others } = await setStage());
  const { teamId: id, teamSlug: slug, teamName: name } = own.owner;
  headers = await matrixActors({ id, slug, name });
});

/** Twelve actors × every operation that names an object × own, another team’s and a missing one; malformed ones have a test each. */
describe.each(actors)('%s', (actor) => {
  it.each(ofObjects)(
    'at $name: refused before anything is looked for, or told nothing of another team’s',
    async (operation) => {
      const { name, kind, route } = operation;
      const said = saidOf(name, actor);
      const rest = await restOf(name, own);
      const ask = async (id: string) => {
        const { status, body } = await askWith(
          await headers[actor]!(),
          route.replace(/\{\w+\}/, encodeURIComponent(id)),
          rest,
        );
        return { status, body: body.replaceAll(id, 'ID') };
      };
      const ofTheirs = await ask(await make[kind](others));
      const ofNone = await ask(missingOf(kind));
      expect(ofTheirs).toEqual(ofNone);
      expect(ofTheirs.status).toBe(said === 'ok' ? 404 : said);
      expect(ofTheirs.body).not.toContain(canary);
      const ofOwn = await ask(await make[kind](own));
      if (said === 'ok') expect([401, 500]).not.toContain(ofOwn.status);
      else expect(ofOwn).toEqual(ofNone);
    },
  );
});
