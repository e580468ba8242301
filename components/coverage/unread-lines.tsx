import { useTranslations } from 'next-intl';
import { lineProblems } from '@/contract/advertiser-words';
import type { UnreadLine } from '@/contract/coverage';

const shown = 8;

/** Which lines of a file could not be read, and why. `lines` comes with an error, whose data nobody has checked. */
export function UnreadLines({ lines, entries }: { lines: unknown; entries: number }) {
  const t = useTranslations('coverage');
  const known = (Array.isArray(lines) ? (lines as UnreadLine[]) : []).slice(0, shown);
  return (
    <>
      <p>{t('upload.unreadText', { count: entries })}</p>
      <ul className="mt-2 grid gap-1">
        {known.map(({ line, text, problem }) => (
          <li key={line} className="break-words">
            {t('upload.line', { line })} <code className="text-ink">{text}</code>{' '}
            {lineProblems.includes(problem) && t(`problem.${problem}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
