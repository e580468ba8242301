import { useTranslations } from 'next-intl';
import { Contents } from '@/components/api-docs/contents';
import { Operation, type DocumentedOperation } from '@/components/api-docs/operation';
import { sketch, type Schema } from '@/components/api-docs/sketch';
import { Unfolding } from '@/components/api-docs/unfolding';
import { TextLink } from '@/components/ui/text-link';

type ApiDocsProps = { operations: DocumentedOperation[]; schemas: Record<string, Schema> };

/** The whole API on one page that needs no script. */
export function ApiDocs({ operations, schemas }: ApiDocsProps) {
  const t = useTranslations('api');
  const nouns = [...new Set(operations.map(({ tag }) => tag))].map((noun) => ({
    noun,
    operations: operations.filter(({ tag }) => tag === noun),
  }));
  const shapes = Object.entries(schemas).map(([name, schema]) => ({ id: `schema-${name}`, name, schema }));
  const parts = [
    ...nouns.map(({ noun, operations }) => ({
      title: noun,
      entries: operations.map(({ id, method, path, summary }) => ({
        id,
        title: summary,
        address: `${method} ${path}`,
      })),
    })),
    { title: t('schemas'), entries: shapes.map(({ id, name }) => ({ id, title: name })) },
  ];
  return (
    <div className="grid grid-cols-1 gap-x-10 gap-y-6 lg:grid-cols-[17rem_minmax(0,1fr)]">
      <div className="lg:col-span-2">
        <h1 className="text-xl font-semibold tracking-tight">{t('title')}</h1>
        <p className="mt-1 text-mute">
          {t('text')} <TextLink href="/api/v1/openapi.json">/api/v1/openapi.json</TextLink>
        </p>
      </div>
      <Contents parts={parts} />
      <div className="grid grid-cols-1 content-start gap-8">
        {nouns.map(({ noun, operations }) => (
          <section key={noun} aria-label={noun}>
            <h2 className="mb-2 text-base font-semibold">{noun}</h2>
            {operations.map((operation) => (
              <Operation key={operation.id} operation={operation} />
            ))}
          </section>
        ))}
        <section aria-label={t('schemas')}>
          <h2 className="mb-2 text-base font-semibold">{t('schemas')}</h2>
          {shapes.map(({ id, name, schema }) => (
            <Unfolding key={id} id={id} title={<span className="font-mono text-xs">{name}</span>}>
              <pre
                tabIndex={0}
                translate="no"
                className="overflow-auto rounded-lg border bg-sunken p-3 font-mono text-xs break-words whitespace-pre-wrap"
              >
                {sketch(schema)}
              </pre>
            </Unfolding>
          ))}
        </section>
      </div>
    </div>
  );
}
