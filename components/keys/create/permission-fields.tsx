'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Icon } from '@/components/ui/icon';
import { keyPermissions, type KeyPermission } from '@/contract/key-words';
import { useSession } from '@/lib/session';

const groups = {
  tokens: ['connections.reveal'],
  connections: [
    'connections.read',
    'connections.check',
    'connections.write',
    'connections.pause',
    'connections.revoke',
  ],
  advertisers: ['advertisers.read', 'coverage.read', 'coverage.write'],
  apps: ['apps.read', 'apps.write', 'apps.remove'],
  authorizations: ['authorizations.read', 'authorizations.create', 'authorizations.override'],
  team: ['tags.read', 'tags.write', 'members.read', 'team.read', 'audit.read'],
} as const satisfies Record<string, readonly KeyPermission[]>;

type PermissionFieldsProps = {
  chosen: KeyPermission[];
  onChange: (chosen: KeyPermission[]) => void;
  error: string | undefined;
};

/** What the key may, of what whoever makes it may. */
export function PermissionFields({ chosen, onChange, error }: PermissionFieldsProps) {
  const t = useTranslations('keys');
  const id = useId();
  const { may } = useSession();
  const toggle = (permission: KeyPermission, ticked: boolean) =>
    onChange(keyPermissions.filter((each) => (each === permission ? ticked : chosen.includes(each))));
  return (
    <fieldset className="grid gap-3" aria-describedby={error ? id : undefined}>
      <legend className="mb-2 font-medium">{t('make.permissions')}</legend>
      {error && (
        <p id={id} role="alert" className="flex gap-1.5 text-broken">
          <Icon name="circle-alert" className="mt-0.5 size-4" />
          {error}
        </p>
      )}
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {(Object.keys(groups) as (keyof typeof groups)[]).map((group) => (
          <div key={group} role="group" aria-label={t(`group.${group}`)} className="grid content-start gap-1">
            <span aria-hidden className="text-mute">
              {t(`group.${group}`)}
            </span>
            {groups[group].map((permission) => (
              <Checkbox
                key={permission}
                label={t(`permission.${permission}`)}
                checked={chosen.includes(permission)}
                disabled={!may(permission)}
                onChange={({ target }) => toggle(permission, target.checked)}
              />
            ))}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
