'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { type Discard, DiscardDialog } from './discard-dialog';

export function DiscardButton({ children, ...discard }: Discard & { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="danger-quiet" onClick={() => setOpen(true)}>
        {children}
      </Button>
      <DiscardDialog discard={discard} open={open} onClose={() => setOpen(false)} />
    </>
  );
}
