import { beforeAll, describe, expect, it } from 'vitest';
import { ofObjects, restOf } from '@/test/object-operations';
import { useTikTok } from '@/test/tiktok';
import { ask, canary, everythingOf, make, missingOf, setStage, type Stage } from '@/test/two-teams';

useTikTok();

let own: Stage;
let others: Stage;
const answers: string[] = [];
beforeAll(async () => void ({ own, others } = await setStage()));

async function call(route: string, id: string, body: object) {
  const answered = await ask(own.owner, route.replace(/\{\w+\}/, encodeURIComponent(id)), body);
  answers.push(answered.body);
  return answered;
}

it('knows an object for every operation that names one', () => {
  expect(ofObjects.length).toBeGreaterThan(35);
  expect(ofObjects.filter(({ kind }) => !make[kind])).toEqual([]);
});

describe.each(ofObjects)('$name', ({ name, kind, route }) => {
  it('finds what is the team’s own; of another team’s it says what it says of none, to the byte', async () => {
    const rest = await restOf(name, own);
    const [theirs, none] = [await make[kind](others), missingOf(kind)];
    const before = await everythingOf(others.owner.teamId);
    const [ofTheirs, ofNone] = [await call(route, theirs, rest), await call(route, none, rest)];
    expect({ ...ofTheirs, body: ofTheirs.body.replaceAll(theirs, 'ID') }).toEqual({
      status: 404,
      body: ofNone.body.replaceAll(none, 'ID'),
    });
    expect(ofNone.status).toBe(404);
    expect(await everythingOf(others.owner.teamId)).toBe(before);
    const ofOwn = await call(route, await make[kind](own), rest);
    expect([name, ofOwn.status, ofOwn.body.slice(0, 200)]).not.toEqual([name, 404, expect.anything()]);
    expect(ofOwn.status).not.toBe(500);
  });

  it.each(['no-id', 'x'.repeat(300), '../apps', '%00', "' OR 1=1 --", '00000000-0000-0000-0000-00000000000g', '-1'])(
    'finds nothing under %j',
    async (malformed) => {
      const { status } = await call(route, malformed, await restOf(name, own));
      expect([400, 404]).toContain(status);
    },
  );
});

it('takes no column of a table that is nobody’s to write', async () => {
  const changing = ofObjects.filter(({ route }) => !route.startsWith('GET'));
  for (const { name, kind, route } of changing) {
    const rest = await restOf(name, own);
    for (const extra of [
      'teamId',
      'createdAt',
      'tokenHash',
      'passwordHash',
      'invitedById',
      'startedById',
      'tokenSealed',
    ]) {
      const { status } = await call(route, missingOf(kind), { ...rest, [extra]: others.owner.teamId });
      expect([name, extra, status]).toEqual([name, extra, 400]);
    }
  }
});

it('says nothing of the other team in any of these answers', () => {
  expect(answers.length).toBeGreaterThan(300);
  expect(answers.filter((body) => body.includes(canary))).toEqual([]);
});
