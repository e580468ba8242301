import 'server-only';
import type { PGlite } from '@electric-sql/pglite';

const code = (letter: string) => letter.charCodeAt(0);
const opens = new Set(['P', 'B', 'D', 'E', 'C', 'H'].map(code));
const closes = new Set(['S', 'Q'].map(code));

/**
 * What PGLiteSocketServer uses of the database, made safe for several connections. The server feeds the one session
 * message by message; outside a transaction it lets another connection in between, whose Parse then replaces the
 * unnamed statement that the first is about to bind: it runs the other's SQL. A pipeline (Parse … Sync) is therefore
 * presented as a transaction, which the server does keep together.
 */
export function wholePipelines(database: PGlite, onBroken: (error: unknown) => void): PGlite {
  let inPipeline = false;
  const served: Pick<PGlite, 'waitReady' | 'isInTransaction' | 'runExclusive' | 'exec' | 'execProtocolRawStream'> = {
    waitReady: database.waitReady,
    isInTransaction: () => inPipeline || database.isInTransaction(),
    runExclusive: (run) => database.runExclusive(run),
    exec: (sql) => {
      inPipeline = false;
      return database.exec(sql);
    },
    execProtocolRawStream: async (message, options) => {
      const [kind = 0] = message;
      try {
        await database.execProtocolRawStream(message, options);
      } catch (error) {
        // SQL errors are answers; this is the end of the WebAssembly instance, and the server would wait for ever.
        onBroken(error);
        throw error;
      }
      inPipeline = closes.has(kind) ? false : inPipeline || opens.has(kind);
    },
  };
  return served as PGlite;
}
