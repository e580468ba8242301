'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import type { ButtonStyle } from '@/components/ui/button-style';
import { Icon } from '@/components/ui/icon';
import { useCopy } from '@/components/ui/use-copy';

type CopyButtonProps = ButtonStyle & { text: string; onCopy?: () => void; children?: ReactNode };

/** Keeps its words while it says "copied", so that nothing moves. */
export function CopyButton({ text, onCopy, children, ...style }: CopyButtonProps) {
  const t = useTranslations('ui');
  const { copy, outcome } = useCopy();
  const onClick = () => {
    void copy(text);
    onCopy?.();
  };
  return (
    <>
      <Button
        icon={outcome === 'copied' ? <Icon name="check" className="text-ok" /> : <Icon name="copy" />}
        onClick={onClick}
        {...style}
      >
        {children ?? t('copy')}
      </Button>
      <span role="status" className={outcome === 'failed' ? 'text-broken' : 'sr-only'}>
        {outcome && t(outcome === 'failed' ? 'copyFailed' : 'copied')}
      </span>
    </>
  );
}
