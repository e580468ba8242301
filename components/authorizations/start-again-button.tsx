'use client';

import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import type { ButtonStyle } from '@/components/ui/button-style';
import type { Authorization } from '@/contract/authorizations';
import { Problem } from './problem';
import { useStartAgain } from './use-start-again';

type StartAgainButtonProps = ButtonStyle & { authorization: Authorization; children: ReactNode };

export function StartAgainButton({ authorization, children, ...style }: StartAgainButtonProps) {
  const { startAgain, pending, error } = useStartAgain(authorization);
  return (
    <>
      <Button onClick={startAgain} pending={pending} {...style}>
        {children}
      </Button>
      <div className="basis-full empty:hidden">
        <Problem error={error} />
      </div>
    </>
  );
}
