import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { shared } from '@/server/shared';

const kept = 2;

const within = () => shared('reserve', () => new AsyncLocalStorage<true>());

/** While every connection is taken, what `work` asks of the database goes by others that are kept for it. */
export function withReserve<T>(work: () => Promise<T>): Promise<T> {
  return within().run(true, work);
}

type Taken = Parameters<pg.Pool['connect']>[0];

/** Connections for everybody, as many as its options say, and the reserve. */
export class ReservedPool extends pg.Pool {
  readonly #reserve: pg.Pool;

  constructor(options: pg.PoolConfig) {
    super(options);
    this.#reserve = new pg.Pool({ ...options, max: kept });
    this.#reserve.on('error', (error, client) => this.emit('error', error, client));
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(taken: Taken): void;
  override connect(taken?: Taken): Promise<pg.PoolClient> | void {
    const { connect } = pg.Pool.prototype;
    return connect.call(within().getStore() && this.#isTaken() ? this.#reserve : this, taken as Taken);
  }

  override async end(): Promise<void> {
    await Promise.all([super.end(), this.#reserve.end()]);
  }

  #isTaken(): boolean {
    const free = this.idleCount + this.options.max - this.totalCount;
    return free <= this.waitingCount;
  }
}
