import { useTranslations } from 'next-intl';
import { PlainPage } from '@/components/layout/plain-page';
import { Notice } from '@/components/ui/notice';
import { buttonStyle } from '@/components/ui/button-style';
import { PlainIcon } from '@/components/ui/plain-icon';
import { paths } from '@/lib/paths';

export default function NotFound() {
  const t = useTranslations('errors.notFound');
  return (
    <PlainPage>
      <Notice icon={<PlainIcon name="compass" />} title={t('title')} text={t('text')}>
        <a href={paths.root} className={buttonStyle({ variant: 'primary' })}>
          {t('action')}
        </a>
      </Notice>
    </PlainPage>
  );
}
