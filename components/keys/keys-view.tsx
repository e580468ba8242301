'use client';

import { useTranslations } from 'next-intl';
import { CreateDialog } from '@/components/keys/create/create-dialog';
import { useMaking } from '@/components/keys/create/use-making';
import { KeyList } from '@/components/keys/key-list';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

/** The keys with which programs use the API for this team. */
export function KeysView() {
  const t = useTranslations('keys');
  const writes = useSession().may('keys.write');
  const { making, start, stop } = useMaking();
  const make = writes && (
    <Button variant="primary" icon={<Icon name="plus" />} onClick={start}>
      {t('make.button')}
    </Button>
  );
  const lead = t.rich('lead', { api: (words) => <TextLink href={paths.apiDocs}>{words}</TextLink> });
  return (
    <>
      <PageHeader title={t('title')} lead={lead} actions={make} />
      <KeyList make={make} />
      {writes && making && <CreateDialog kept={making.kept} onClose={stop} />}
    </>
  );
}
