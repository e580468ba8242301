'use client';

import { SlidersHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import type { DisplayProps } from '@/components/ui/data-table/display-props';
import { Popover } from '@/components/ui/popover';

const DisplayPanel = dynamic(() => import('./display-panel').then((module) => module.DisplayPanel));

/** How the table looks: density, which columns in which order; on a phone, where no headings are, the order of rows too. */
export function DisplayMenu(props: DisplayProps) {
  const t = useTranslations('ui.table');
  const trigger = (
    <>
      <SlidersHorizontal aria-hidden />
      <span className="max-sm:sr-only">{t('display')}</span>
    </>
  );
  return (
    <Popover trigger={trigger} size="sm" align="end" panelClassName="p-3">
      <DisplayPanel {...props} />
    </Popover>
  );
}
