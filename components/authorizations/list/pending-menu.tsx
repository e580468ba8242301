'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { say } from '@/components/ui/say';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import type { Authorization } from '@/contract/authorizations';
import { useApi } from '@/lib/api';
import { DiscardDialog } from '../discard-dialog';

/** Copy its URL again, or withdraw it. */
export function PendingMenu({ authorization: { id, app } }: { authorization: Authorization }) {
  const [t, ui] = [useTranslations('authorizations'), useTranslations('ui')];
  const [discarding, setDiscarding] = useState(false);
  const [api, queryClient] = [useApi(), useQueryClient()];

  async function copy() {
    try {
      const { url } = await queryClient.query(api.authorizations.url.queryOptions({ input: { id } }));
      await navigator.clipboard.writeText(url);
      say(t('list.copied'));
    } catch {
      say(ui('copyFailed'), 'error');
    }
  }

  const discard = {
    id,
    title: t('waiting.cancelTitle'),
    text: t('waiting.cancelText'),
    action: t('waiting.cancelAction'),
  };
  return (
    <>
      <Menu trigger={<Icon name="ellipsis" />} label={t('list.more', { name: app.name })} size="icon-sm">
        <MenuItem icon={<Icon name="copy" />} onClick={() => void copy()}>
          {t('list.copyUrl')}
        </MenuItem>
        <MenuItem icon={<Icon name="x" />} danger onClick={() => setDiscarding(true)}>
          {t('list.cancel')}
        </MenuItem>
      </Menu>
      <DiscardDialog discard={discard} open={discarding} onClose={() => setDiscarding(false)} />
    </>
  );
}
