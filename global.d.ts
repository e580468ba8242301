import type { Messages } from '@/i18n/messages';
import type { Locale } from '@/lib/locale';

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}

declare global {
  interface HTMLElement {
    /** `source` anchors the popover; not yet in TypeScript's DOM. */
    showPopover(options?: { source?: HTMLElement }): void;
  }
}
