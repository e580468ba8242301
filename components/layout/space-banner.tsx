import { useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';

/** Over every page of a team while the server's disk is nearly full: what does not work, and who can help. */
export function SpaceBanner({ space }: { space: 'enough' | 'low' | 'very_low' }) {
  const t = useTranslations('shell.space');
  if (space === 'enough') return null;
  return (
    <Callout
      tone={space === 'low' ? 'degraded' : 'broken'}
      icon={<Icon name="hard-drive" />}
      title={t(space)}
      className="m-4 mb-0"
    >
      {t(`${space}Text`)}
    </Callout>
  );
}
