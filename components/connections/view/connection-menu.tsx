'use client';

import { useTranslations } from 'next-intl';
import { Fragment, useState } from 'react';
import { AskDialog } from '@/components/connections/ask/ask-dialog';
import { ArchiveDialog } from '@/components/connections/view/archive-dialog';
import { NotesDialog } from '@/components/connections/view/notes-dialog';
import { PauseDialog } from '@/components/connections/view/pause-dialog';
import { RenameDialog } from '@/components/connections/view/rename-dialog';
import { Icon } from '@/components/ui/icon';
import { later } from '@/components/ui/later';
import { Menu } from '@/components/ui/menu';
import { MenuItem, MenuSeparator } from '@/components/ui/menu-item';
import type { Connection } from '@/contract/connections';
import { useSession } from '@/lib/session';

const SortingDialog = later(async () => (await import('@/components/connections/view/sorting-dialog')).SortingDialog);
const RevokeDialog = later(async () => (await import('@/components/connections/revoke/revoke-dialog')).RevokeDialog);

const acts = {
  ask: { icon: 'link-2', permission: 'authorizations.create', Dialog: AskDialog },
  rename: { icon: 'pencil', permission: 'connections.write', Dialog: RenameDialog },
  notes: { icon: 'notebook-pen', permission: 'connections.write', Dialog: NotesDialog },
  sorting: { icon: 'tag', permission: 'connections.write', Dialog: SortingDialog },
  pause: { icon: 'circle-pause', permission: 'connections.pause', Dialog: PauseDialog },
  archive: { icon: 'archive', permission: 'connections.write', Dialog: ArchiveDialog },
  revoke: { icon: 'ban', permission: 'connections.revoke', Dialog: RevokeDialog },
} as const;
type Act = keyof typeof acts;

/** What can be done that is not the next thing to do. */
export function ConnectionMenu({ connection }: { connection: Connection }) {
  const t = useTranslations('connections.menu');
  const { may } = useSession();
  const [act, setAct] = useState<Act | null>(null);
  const { state, archivedAt } = connection;
  const done: Partial<Record<Act, boolean>> = {
    pause: state === 'paused' || state === 'revoked',
    archive: archivedAt !== null,
    revoke: state === 'revoked',
  };
  const offered = (Object.keys(acts) as Act[]).filter((name) => may(acts[name].permission) && !done[name]);
  // The dialog stays when its act is no longer offered: it shows how that ended.
  const Dialog = act && acts[act].Dialog;
  if (offered.length === 0 && !act) return null;
  return (
    <>
      <Menu variant="secondary" size="icon" label={t('more')} trigger={<Icon name="ellipsis" />}>
        {offered.map((name) => {
          const { icon } = acts[name];
          return (
            <Fragment key={name}>
              {name === 'revoke' && <MenuSeparator />}
              <MenuItem danger={name === 'revoke'} icon={<Icon name={icon} />} onClick={() => setAct(name)}>
                {t(name)}
              </MenuItem>
            </Fragment>
          );
        })}
      </Menu>
      {Dialog && <Dialog connection={connection} onClose={() => setAct(null)} />}
    </>
  );
}
