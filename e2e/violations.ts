import type { Page } from '@playwright/test';

/** What this page's content security policy forbids from now on, and every dialog that something opens. */
export async function watchPage(page: Page): Promise<{ violations: string[]; dialogs: string[] }> {
  const seen = { violations: [] as string[], dialogs: [] as string[] };
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
