'use client';

import { useLocale, useTranslations } from 'next-intl';
import { DateTime } from '@/components/ui/time';
import { formatNumber } from '@/lib/format';

const moment = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const plain = /^[\w.:/?&=%,*@+-]+$/;

/** A value as a reader wants it: yes or no, a time where they are, a word of ours in their language, else as it stands. */
export function DataValue({ name, value }: { name: string; value: unknown }) {
  const t = useTranslations('audit.value');
  const locale = useLocale();
  if (value === null || value === '') return <span className="text-mute">{t('none')}</span>;
  if (typeof value === 'boolean') return value ? t('yes') : t('no');
  if (typeof value === 'number') return <span className="tabular-nums">{formatNumber(value, locale)}</span>;
  if (Array.isArray(value)) return <Values name={name} values={value} />;
  if (typeof value === 'object') return <Text>{JSON.stringify(value)}</Text>;
  const text = String(value);
  if (moment.test(text)) return <DateTime at={text} />;
  const key = `${name}.${text}` as 'trigger.person';
  return /^\w+$/.test(text) && t.has(key) ? t(key) : <Text>{text}</Text>;
}

function Values({ name, values }: { name: string; values: unknown[] }) {
  const t = useTranslations('audit.value');
  if (values.length === 0) return <span className="text-mute">{t('none')}</span>;
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1">
      {values.map((value, at) => (
        <li key={at} className="min-w-0">
          <DataValue name={name} value={value} />
        </li>
      ))}
    </ul>
  );
}

/** Ids, addresses and filters in monospace; sentences as sentences. */
function Text({ children }: { children: string }) {
  if (!plain.test(children)) return <span className="whitespace-pre-line">{children}</span>;
  return (
    <code translate="no" className="font-mono text-xs break-all">
      {children}
    </code>
  );
}
