import type { Page } from '@playwright/test';

/** What this page's content security policy forbids from now on, every dialog that something opens, every error in the console. */
export async function watchPage(page: Page): Promise<{ violations: string[]; dialogs: string[]; errors: string[] }> {
  const seen = { violations: [] as string[], dialogs: [] as string[], errors: [] as string[] };
  page.on('console', (line) => line.type() === 'error' && seen.errors.push(line.text()));
  page.on('dialog', (dialog) => {
    seen.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.exposeFunction('tellViolation', (text: string) => void seen.violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, sample }) => {
      const tell = (window as unknown as { tellViolation: (text: string) => void }).tellViolation;
      tell([location.pathname, effectiveDirective, blockedURI, sourceFile, sample].join(' '));
    });
  });
  return seen;
}
