/**
 * Puts the theme on <html>: as it was chosen, here or in another tab, else as the system has it; and again where React takes
 * it off, as it does when it renders a page anew. It runs as text, before the first paint, so it knows the browser only.
 */
export function keepTheme(): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const keep = () => {
    let chosen: string | null = null;
    try {
      chosen = localStorage.getItem('theme');
    } catch {
      // A browser that keeps nothing.
    }
    const dark = chosen === 'dark' || (chosen !== 'light' && system.matches);
    document.documentElement.classList.toggle('dark', dark);
  };
  keep();
  system.addEventListener('change', keep);
  addEventListener('storage', keep);
  new MutationObserver(keep).observe(document.documentElement, { attributeFilter: ['class'] });
}
