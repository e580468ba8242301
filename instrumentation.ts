/** Next calls this once in each process that will serve, before it does; and in none that only builds. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return;
  const { boot } = await import('@/server/boot');
  await boot();
}
