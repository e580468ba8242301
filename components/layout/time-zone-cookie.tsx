'use client';

import { useEffect } from 'react';
import { keepCookie } from '@/components/layout/keep-cookie';
import { timeZoneCookie } from '@/lib/locale';

/** From the second page on, the server renders times in the reader's zone. */
export function TimeZoneCookie() {
  useEffect(() => keepCookie(timeZoneCookie, Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  return null;
}
