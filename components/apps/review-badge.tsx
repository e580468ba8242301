import { CircleCheck, CircleX, Hourglass } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { App } from '@/contract/apps';
import { Badge } from '@/components/ui/badge';
import type { Tone } from '@/components/ui/tone';

const looks: Record<App['reviewStatus'], { tone: Tone; Icon: typeof CircleCheck }> = {
  applied: { tone: 'neutral', Icon: Hourglass },
  in_review: { tone: 'accent', Icon: Hourglass },
  approved: { tone: 'ok', Icon: CircleCheck },
  rejected: { tone: 'broken', Icon: CircleX },
  permission_change: { tone: 'accent', Icon: Hourglass },
};

/** Where TikTok's review of an app stands. */
export function ReviewBadge({ status }: { status: App['reviewStatus'] }) {
  const t = useTranslations('apps.review');
  const { tone, Icon } = looks[status];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {t(status)}
    </Badge>
  );
}
