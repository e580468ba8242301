import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import type { AuditVerification } from '@/contract/audit';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

/** The audit is whole, and tells of other tokens or Secrets than those that are there. */
export function PutBackOutcome({ putBack }: Pick<AuditVerification, 'putBack'>) {
  const t = useTranslations('audit.verify.putBack');
  const { team } = useSession();
  return (
    <Callout tone="broken" icon={<Icon name="shield-alert" />} title={t('title', { count: putBack.length })} announce>
      <p>{t('text')}</p>
      <ul className="mt-2 grid gap-1">
        {putBack.map(({ kind, id, name }) => (
          <li key={id}>
            {t.rich(kind, {
              name,
              link: (text) => (
                <Link href={paths[kind](team.slug, id)} className="rounded py-0.5 font-medium hover:underline">
                  {text}
                </Link>
              ),
            })}
          </li>
        ))}
      </ul>
    </Callout>
  );
}
