import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';

/** A step on the way here; the last one, where we are, has no address. */
export type Crumb = { label: ReactNode; href?: string };

export function Breadcrumb({ trail }: { trail: readonly Crumb[] }) {
  const t = useTranslations('ui');
  return (
    <nav aria-label={t('breadcrumb')} className="min-w-0">
      <ol className="flex min-w-0 items-center gap-1.5">
        {trail.map((crumb, index) => (
          <Fragment key={index}>
            {index > 0 && (
              <li aria-hidden>
                <Icon name="chevron-right" className="size-3.5 text-mute" />
              </li>
            )}
            <li className="min-w-0 truncate">
              {crumb.href ? (
                <Link href={crumb.href} className="rounded text-mute hover:text-ink">
                  {crumb.label}
                </Link>
              ) : (
                <span aria-current="page" className="font-semibold">
                  {crumb.label}
                </span>
              )}
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}
