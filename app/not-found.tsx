import { Compass } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PlainPage } from '@/components/layout/plain-page';
import { Notice } from '@/components/ui/notice';
import { LinkButton } from '@/components/ui/link-button';
import { paths } from '@/lib/paths';

export default function NotFound() {
  const t = useTranslations('errors.notFound');
  return (
    <PlainPage>
      <Notice icon={<Compass />} title={t('title')} text={t('text')}>
        <LinkButton href={paths.root} variant="primary">
          {t('action')}
        </LinkButton>
      </Notice>
    </PlainPage>
  );
}
