import 'server-only';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';

type Panics = { PRISMA_WASM_PANIC_REGISTRY?: { set_message: (message: string) => void } };

let loading: ReturnType<typeof load> | undefined;

/**
 * Lets Prisma's own migration engine, as WebAssembly, work with `adapter`. Nothing is downloaded, no other process is
 * started. The engine never answers after a panic, which is therefore turned into an error here.
 */
export async function withSchemaEngine<T>(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const { SchemaEngine } = await (loading ??= load());
  const panic = new Promise<never>((_, reject) => {
    (globalThis as Panics).PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => reject(new Error(message)) };
  });
  const engine = SchemaEngine.new(
    { datamodels: undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
  return Promise.race([engine.then(work), panic]);
}

/** Node does not import WebAssembly: what the package's entry would do, by hand. */
async function load() {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const file = join(process.cwd(), 'node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm');
  const imports = { './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(await readFile(file), imports);
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue;
}
