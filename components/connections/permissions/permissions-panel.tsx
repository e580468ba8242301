'use client';

import { useTranslations } from 'next-intl';
import { Purposes } from '@/components/connections/permissions/purposes';
import { ScopeTree } from '@/components/connections/permissions/scope-tree';
import { Checkbox } from '@/components/ui/checkbox';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { Connection } from '@/contract/connections';
import { flag } from '@/lib/address';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';
import { useAddress } from '@/lib/use-address';

const shown = { missing: flag(false) };

export function PermissionsPanel({ connection: { scopes, app } }: { connection: Connection }) {
  const t = useTranslations('connections.permissions');
  const { team } = useSession();
  const [{ missing }, say] = useAddress(shown);
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <Panel
        title={t('title')}
        count={scopes.length}
        actions={
          <Checkbox
            label={t('showMissing')}
            checked={missing}
            onChange={(event) => say({ missing: event.target.checked })}
          />
        }
      >
        <ScopeTree scopes={scopes} showMissing={missing} bothLanguages />
      </Panel>
      <Panel title={t('purposes')}>
        <Purposes scopes={scopes} />
        <p className="mt-4 text-mute">
          {t.rich('howToAdd', {
            app: app.name,
            link: (text) => <TextLink href={paths.app(team.slug, app.id)}>{text}</TextLink>,
          })}
        </p>
      </Panel>
    </div>
  );
}
