'use client';

import { useState } from 'react';
import { keepCookie } from '@/components/layout/keep-cookie';
import { formatTableLook, type TableLook, tableCookie } from '@/lib/table-look';

/** The look of the table of that name; a cookie keeps it, so that the server's first paint already has it. */
export function useLook(name: string, initial: TableLook) {
  const [look, setLook] = useState(initial);
  function change(part: Partial<TableLook>) {
    const next = { ...look, ...part };
    setLook(next);
    keepCookie(tableCookie(name), formatTableLook(next));
  }
  return { look, change };
}

export type Look = ReturnType<typeof useLook>;
