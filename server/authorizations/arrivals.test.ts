import { expect, test } from 'vitest';
import { afterArrivals, asArrival } from './arrivals';

function held() {
  let end!: () => void;
  const until = new Promise<void>((resolve) => (end = resolve));
  return { until, end };
}

async function tookMs(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

test('goes on at once where no callback is under way, after one that failed too', async () => {
  await expect(asArrival(() => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await tookMs(() => afterArrivals(60_000))).toBeLessThan(1_000);
});

test('waits for the last of the callbacks under way', async () => {
  const [one, other] = [held(), held()];
  const callbacks = [asArrival(() => one.until), asArrival(() => other.until)];
  let waited = false;
  const waiting = afterArrivals(60_000).then(() => (waited = true));
  one.end();
  await callbacks[0];
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(waited).toBe(false);
  other.end();
  await waiting;
});

test('does not wait for ever', async () => {
  const endless = held();
  const callback = asArrival(() => endless.until);
  expect(await tookMs(() => afterArrivals(300))).toBeGreaterThanOrEqual(300);
  endless.end();
  await callback;
});
