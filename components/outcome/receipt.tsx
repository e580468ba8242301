import { useTranslations } from 'next-intl';
import { Icon, type IconName } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import type { Tone } from '@/components/ui/tone';
import { signInPath } from '@/lib/next-path';
import { paths } from '@/lib/paths';

const looks = {
  waiting: ['hourglass', 'neutral'],
  received: ['circle-check', 'ok'],
  working: ['hourglass', 'accent'],
  connected: ['circle-check', 'ok'],
  no_advertisers: ['triangle-alert', 'degraded'],
  cancelled: ['circle-slash', 'neutral'],
  expired: ['clock', 'degraded'],
  refused: ['triangle-alert', 'broken'],
  lost: ['unplug', 'degraded'],
  unknown: ['circle-slash', 'neutral'],
  malformed: ['triangle-alert', 'degraded'],
  otherBrowser: ['monitor-x', 'degraded'],
} as const satisfies Record<string, [IconName, Tone]>;

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
  const [icon, tone] = looks[kind];
  const helped = kind === 'unknown' || kind === 'malformed' || kind === 'otherBrowser';
  return (
    <>
      <Notice
        tone={tone}
        icon={<Icon name={icon} />}
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
