// Preloaded into the servers of `npm run chaos -- memory`: at SIGUSR2 one keeps more and more, until V8 gives it up.
process.once('SIGUSR2', () => {
  const kept = [];
  setInterval(() => kept.push(Array.from({ length: 12_000 }, (_, at) => ({ at }))), 2);
});
