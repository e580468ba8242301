'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { DataValue } from '@/components/audit/event/data-value';
import { Fact, Facts } from '@/components/ui/facts';

/** What else was written down, a line each. */
export function DataList({ data }: { data: Record<string, unknown> }) {
  const t = useTranslations('audit');
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-2.5 border-t pt-4">
      <h3 id={id} className="font-semibold">
        {t('event.data')}
      </h3>
      <Facts>
        {Object.entries(data).map(([key, value]) => (
          <Fact
            key={key}
            name={t.has(`data.${key}` as 'data.appId') ? t(`data.${key}` as 'data.appId') : <code>{key}</code>}
          >
            <DataValue name={key} value={value} />
          </Fact>
        ))}
      </Facts>
    </section>
  );
}
