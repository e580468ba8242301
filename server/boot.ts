import 'server-only';
import { endLeases } from './authorizations/claim';
import { drainJournal } from './authorizations/drain-journal';
import { resumeAuthorizations } from './authorizations/resume-authorizations';
import { untilNoneIsUnderWay } from './authorizations/under-way';
import { closeDatabase, openDatabase } from './database/open';
import { startTidying } from './database/tidy';
import { isDatabaseUnavailable } from './database/unavailable';
import { env } from './env';
import { endJobs, stopJobs } from './jobs/boss';
import { log } from './log';
import { ensureOwner } from './members/ensure-owner';
import { offerSetupCode } from './members/setup-code';
import { observeRequests } from './metrics/observe-request';
import { markBooted, markDraining } from './ready';
import { shared } from './shared';
import { StartError } from './start-error';
import { openVault } from './vault/open';
import { startRefreshing } from './vault/refresh';
import { keepSealCounts } from './vault/seal-count';
import { startJobs } from './workers';

/** Everything between the start of the process and its first request. A start that fails ends the process. */
export async function boot(answers: Answers): Promise<void> {
  try {
    await openDatabase();
    await openVault();
    startRefreshing();
    await ensureOwner(env());
    if (!env().DATABASE_URL) await endLeases().then(startTidying);
    await drainJournal();
    await startJobs();
    await resumeAuthorizations();
    await tellSetupCode();
    observeRequests();
    markBooted();
    tellBooted(answers);
  } catch (error) {
    refuse(error);
  }
}

async function tellSetupCode(): Promise<void> {
  const code = await offerSetupCode();
  if (!code) return;
  process.stdout.write(
    `\nNobody has an account yet. Open ${env().APP_URL}/setup and enter this code:\n\n  ${code}\n\n`,
  );
}

/** Says why in a few plain lines: what a log holds is read by nobody who starts a program by hand. */
function refuse(error: unknown): never {
  process.stderr.write(`\n${reasonOf(error)}\n\n`);
  process.exit(1);
}

function reasonOf(error: unknown): string {
  if (error instanceof StartError) return error.message;
  if (isDatabaseUnavailable(error)) {
    return `The database does not answer: ${(error as Error).message}\nIs it running, and is DATABASE_URL right?`;
  }
  log.fatal({ err: error }, 'Start failed');
  return `Grantboard cannot start. ${String(error)}`;
}

type Answer = (request: Request) => Promise<Response>;
/** What scripts/start/past-next.js asks by itself. */
type Answers = { api: Answer; callback: Answer };
type Booted = { answers: Answers; drain: () => void; close: (patienceMs: number) => Promise<void> };

/** scripts/start.js holds the server, outside of Next's bundles: it waits for this before it listens, and ends by it. */
function tellBooted(answers: Answers): void {
  const close = async (patienceMs: number) => {
    // Of whose browser is gone, and of jobs, nobody else waits for the end.
    await Promise.allSettled([stopJobs().finally(endJobs), untilNoneIsUnderWay(patienceMs)]);
    await keepSealCounts().catch((error: unknown) => log.warn({ err: error }, 'The last seals were not counted'));
    await closeDatabase();
  };
  shared<(booted: Booted) => void>('booted', () => () => undefined)({ answers, drain: markDraining, close });
}
