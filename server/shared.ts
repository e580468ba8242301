import 'server-only';

/**
 * One value for the whole process, made on first use. Next bundles a module several times into one process, so a
 * module variable would be several values.
 */
export function shared<T>(name: string, make: () => T): T {
  const store = globalThis as Record<symbol, T | undefined>;
  return (store[Symbol.for(`grantboard.${name}`)] ??= make());
}

/** Forgets it, so that the next use makes it again, and gives it back if it was there. */
export function forget<T>(name: string): T | undefined {
  const store = globalThis as Record<symbol, T | undefined>;
  const key = Symbol.for(`grantboard.${name}`);
  const value = store[key];
  delete store[key];
  return value;
}

/** An object that is made when something is first asked of it: importing it reads no configuration. */
export function lazy<T extends object>(make: () => T): T {
  return new Proxy({} as T, {
    get(_, key) {
      const target = make();
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
    set: (_, key, value) => Reflect.set(make(), key, value),
    has: (_, key) => Reflect.has(make(), key),
  });
}
