import 'server-only';

type Work<Tx, Result> = (tx: Tx) => Promise<Result>;

const ends = new WeakMap<object, (() => void)[]>();

/** Does `work` in a transaction that `run` makes, and then, however that ended, what `afterTransaction` was given. */
export async function withEnd<Tx extends object, Result>(
  run: (work: Work<Tx, Result>) => Promise<Result>,
  work: Work<Tx, Result>,
): Promise<Result> {
  const then: (() => void)[] = [];
  try {
    return await run((tx) => {
      ends.set(tx, then);
      return work(tx);
    });
  } finally {
    for (const each of then) each();
  }
}

/** Has `then` called once the transaction is committed or undone. @returns whether it will be */
export function afterTransaction(tx: object, then: () => void): boolean {
  return (ends.get(tx)?.push(then) ?? 0) > 0;
}
