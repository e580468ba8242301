import { HardDrive } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';

/** Over every page of a team while the server's disk is nearly full: what does not work, and who can help. */
export function SpaceBanner({ space }: { space: 'enough' | 'low' | 'very_low' }) {
  const t = useTranslations('shell.space');
  if (space === 'enough') return null;
  return (
    <Callout tone={space === 'low' ? 'degraded' : 'broken'} icon={<HardDrive />} title={t(space)} className="m-4 mb-0">
      {t(`${space}Text`)}
    </Callout>
  );
}
