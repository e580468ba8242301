import {
  CircleCheck,
  CircleSlash,
  Clock,
  Hourglass,
  type LucideIcon,
  MonitorX,
  TriangleAlert,
  Unplug,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import type { Tone } from '@/components/ui/tone';
import { signInPath } from '@/lib/next-path';
import { paths } from '@/lib/paths';

const looks = {
  waiting: [Hourglass, 'neutral'],
  received: [CircleCheck, 'ok'],
  working: [Hourglass, 'accent'],
  connected: [CircleCheck, 'ok'],
  no_advertisers: [TriangleAlert, 'degraded'],
  cancelled: [CircleSlash, 'neutral'],
  expired: [Clock, 'degraded'],
  refused: [TriangleAlert, 'broken'],
  lost: [Unplug, 'degraded'],
  unknown: [CircleSlash, 'neutral'],
  malformed: [TriangleAlert, 'degraded'],
  otherBrowser: [MonitorX, 'degraded'],
} as const satisfies Record<string, [LucideIcon, Tone]>;

export type ReceiptKind = keyof typeof looks;

type ReceiptProps = {
  kind: ReceiptKind;
  /** Where a member who is signed out comes back to. */
  signInTo: string | null;
  /** Offer the way into the product: to people who are signed in. */
  home: boolean;
};

/** What whoever comes back from TikTok is told: how it ended, and nothing about the team. */
export function Receipt({ kind, signInTo, home }: ReceiptProps) {
  const t = useTranslations('outcome');
  const [Icon, tone] = looks[kind];
  const helped = kind === 'unknown' || kind === 'malformed' || kind === 'otherBrowser';
  return (
    <>
      <Notice
        tone={tone}
        icon={<Icon />}
        title={t(`${kind}.title`)}
        text={
          <>
            <p>{t(`${kind}.text`)}</p>
            {helped && <p className="mt-2">{t(`${kind}.help`)}</p>}
          </>
        }
      >
        {home && (
          <LinkButton href={paths.root} variant="primary">
            {t('home')}
          </LinkButton>
        )}
      </Notice>
      {signInTo && (
        <p className="mt-8 border-t pt-4 text-mute">
          {t('member.question')} <TextLink href={signInPath(signInTo)}>{t('member.signIn')}</TextLink>
        </p>
      )}
    </>
  );
}
