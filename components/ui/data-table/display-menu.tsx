'use client';

import { useTranslations } from 'next-intl';
import type { DisplayProps } from '@/components/ui/data-table/display-props';
import { Icon } from '@/components/ui/icon';
import { later } from '@/components/ui/later';
import { Popover } from '@/components/ui/popover';

const DisplayPanel = later(async () => (await import('./display-panel')).DisplayPanel);

/** How the table looks: density, which columns in which order; on a phone, where no headings are, the order of rows too. */
export function DisplayMenu(props: DisplayProps) {
  const t = useTranslations('ui.table');
  const trigger = (
    <>
      <Icon name="sliders-horizontal" />
      <span className="max-sm:sr-only">{t('display')}</span>
    </>
  );
  return (
    <Popover trigger={trigger} size="sm" align="end" panelClassName="p-3" near={DisplayPanel.near}>
      <DisplayPanel {...props} />
    </Popover>
  );
}
