/** Next calls this once in each process that will serve, before it does; and in none that only builds. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return;
  const [{ boot }, { answer }, { GET }] = await Promise.all([
    import('@/server/boot'),
    import('@/server/answer'),
    import('@/app/callback/route'),
  ]);
  await boot({ api: answer, callback: GET });
}
