'use client';

import { useTranslations } from 'next-intl';
import { CodeBlock } from '@/components/ui/code-block';
import type { SentInvitation } from '@/contract/invitations';

/** The link that is shown this once, and whether it is on its way already. */
export function SentLink({ sent: { link, mail } }: { sent: SentInvitation }) {
  const t = useTranslations('members.invite');
  return (
    <div className="grid gap-3">
      <p role="status">{t(`mail.${mail}`)}</p>
      <CodeBlock text={link} label={t('link')} />
      <p className="text-mute">{t('once')}</p>
    </div>
  );
}
