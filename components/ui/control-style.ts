/** What text boxes and selects share; 16 px on phones, below which iOS zooms into the page. */
export const controlStyle = [
  'w-full base:min-w-0 rounded-lg border border-edge bg-panel px-2.5 base:text-sm text-ink max-sm:text-[1rem]',
  'hover:border-mute focus-visible:border-accent focus-visible:outline-offset-0',
  'aria-invalid:border-broken disabled:cursor-not-allowed disabled:bg-sunken disabled:opacity-60',
].join(' ');
