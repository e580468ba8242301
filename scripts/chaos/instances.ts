import { freePort } from '@/scripts/free-port';
import type { Attempt } from './attempt';
import { makeAttempts } from './callbacks';
import { postgresDatabase } from './database';
import { judge, settled } from './judge';
import type { Plan } from './plan';
import { middleAndMost, reportOf, type Report } from './report';
import { openStage } from './stage';

/** So many authorizations at a time: what one machine can send at once is no measure of two instances. */
const groupSize = 10;

/** The same callback many times at once, half of them at another instance: one exchange, and everybody is sent to one place. */
export async function chaosInstances({ callbacks, parallel, onCycle }: Plan): Promise<Report> {
  const stage = await openStage(await postgresDatabase());
  const { product: first } = await stage.start();
  const port = await freePort(Number(stage.environment.PORT) + 1);
  const { product: second } = await stage.start({
    PORT: String(port),
    DATA_DIR: `${stage.environment.DATA_DIR}/second`,
  });
  const addresses = [stage.environment.APP_URL, `http://localhost:${port}`];
  try {
    const set = await stage.prepare();
    const attempts: Attempt[] = [];
    const ms: number[] = [];
    let elsewhere = 0;
    while (attempts.length < callbacks) {
      const group = await makeAttempts(set, Math.min(groupSize, callbacks - attempts.length));
      attempts.push(...group);
      const hits = Array.from({ length: parallel }, (_, turn) => group.map((attempt) => ({ attempt, turn }))).flat();
      await Promise.all(
        hits.map(async ({ attempt, turn }) => {
          const sentAt = performance.now();
          const { location } = await set.browser.hit(attempt, addresses[turn % 2]);
          ms.push(Math.round(performance.now() - sentAt));
          if (!location?.endsWith(`/${attempt.id}`)) elsewhere += 1;
        }),
      );
      onCycle(`${attempts.length}/${callbacks} authorizations, ${ms.length} callbacks`);
    }
    await settled(120_000);
    const exchanges = [...stage.tiktok.world.codes.values()].reduce((sum, code) => sum + code.exchanges, 0);
    const verdict = await judge(stage, attempts);
    const { rows, held } = reportOf(verdict);
    return {
      rows: [
        ['authorizations', callbacks],
        ['callbacks, on two instances', ms.length],
        ['exchanges counted at TikTok', exchanges],
        ['callbacks sent anywhere else', elsewhere],
        // Nobody looks here what came of it.
        ...rows.filter(([name]) => !name.startsWith('acknowledged')),
        ['answer, median and most', middleAndMost(ms, 'ms')],
      ],
      held: held && exchanges === callbacks && verdict.stored === callbacks && elsewhere === 0,
    };
  } finally {
    await Promise.all([first.stop(), second.stop()]);
    await stage.close();
  }
}
