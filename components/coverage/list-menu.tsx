'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Failure } from '@/components/coverage/failure';
import { RenameForm } from '@/components/coverage/rename-form';
import { UploadForm } from '@/components/coverage/upload-form';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import type { CoverageReport } from '@/contract/coverage';
import { useApi } from '@/lib/api';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

type Act = 'replace' | 'rename' | 'remove';

/** What can be done with a list, for those who may. */
export function ListMenu({ report: { id, name } }: { report: CoverageReport }) {
  const t = useTranslations('coverage');
  const api = useApi();
  const router = useRouter();
  const client = useQueryClient();
  const { team, may } = useSession();
  const [act, setAct] = useState<Act | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: api.coverage.key() });
  const update = useMutation(
    api.coverage.update.mutationOptions({ onSuccess: () => refresh().then(() => setAct(null)) }),
  );
  const remove = useMutation(
    api.coverage.remove.mutationOptions({ onSuccess: () => router.push(paths.coverage(team.slug)) }),
  );
  if (!may('coverage.write')) return null;

  function open(next: Act | null) {
    update.reset();
    remove.reset();
    setAct(next);
  }
  const pending = update.isPending;
  return (
    <>
      <Menu trigger={<Icon name="ellipsis" />} label={t('menu.more')} variant="secondary" size="icon">
        <MenuItem icon={<Icon name="upload" />} onClick={() => open('replace')}>
          {t('menu.replace')}
        </MenuItem>
        <MenuItem icon={<Icon name="pencil" />} onClick={() => open('rename')}>
          {t('menu.rename')}
        </MenuItem>
        <MenuItem icon={<Icon name="trash-2" />} danger onClick={() => open('remove')}>
          {t('menu.remove')}
        </MenuItem>
      </Menu>
      <Dialog open={act === 'replace'} onClose={() => open(null)} busy={pending} title={t('menu.replace')} size="md">
        <UploadForm
          named={false}
          submit={t('menu.replace')}
          pending={pending}
          error={update.error}
          onUpload={({ csv, skipUnread }) => update.mutate({ id, csv, skipUnread })}
        />
      </Dialog>
      <Dialog open={act === 'rename'} onClose={() => open(null)} busy={pending} title={t('menu.rename')}>
        <RenameForm
          name={name}
          pending={pending}
          error={update.error}
          onRename={(next) => update.mutate({ id, name: next })}
        />
      </Dialog>
      <ConfirmDialog
        open={act === 'remove'}
        onClose={() => open(null)}
        onConfirm={() => remove.mutate({ id })}
        title={t('menu.removeTitle', { name })}
        description={t('menu.removeText')}
        action={t('menu.remove')}
        danger
        pending={remove.isPending || remove.isSuccess}
      >
        <Failure error={remove.error} />
      </ConfirmDialog>
    </>
  );
}
