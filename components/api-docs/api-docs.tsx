import { useTranslations } from 'next-intl';
import { Operation, type DocumentedOperation } from '@/components/api-docs/operation';
import { TextLink } from '@/components/ui/text-link';
import { sketch, type Schema } from '@/components/api-docs/sketch';

type ApiDocsProps = { operations: DocumentedOperation[]; schemas: Record<string, Schema> };

/** The whole API on one page that needs no script. */
export function ApiDocs({ operations, schemas }: ApiDocsProps) {
  const t = useTranslations('api');
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  return (
    <div className="grid grid-cols-1 gap-8">
      <div>
        <h1 className="text-xl font-semibold tracking-tight">{t('title')}</h1>
        <p className="mt-1 text-mute">
          {t('text')} <TextLink href="/api/v1/openapi.json">/api/v1/openapi.json</TextLink>
        </p>
      </div>
      <nav aria-label={t('contents')} className="grid gap-1">
        {operations.map(({ id, method, path, summary }) => (
          <a key={id} href={`#${id}`} className="flex flex-wrap gap-x-2 rounded hover:text-accent">
            <code className="font-mono text-xs leading-5 break-all">{`${method} ${path}`}</code>
            <span className="text-mute">{summary}</span>
          </a>
        ))}
      </nav>
      {tags.map((tag) => (
        <div key={tag} className="grid grid-cols-1 gap-6">
          <h2 className="text-lg font-semibold">{tag}</h2>
          {operations
            .filter((operation) => operation.tag === tag)
            .map((operation) => (
              <Operation key={operation.id} operation={operation} />
            ))}
        </div>
      ))}
      {Object.entries(schemas).map(([name, schema]) => (
        <section key={name} aria-label={name} className="grid grid-cols-1 gap-2 border-t pt-6">
          <h2 className="font-mono font-semibold">{name}</h2>
          <pre
            tabIndex={0}
            translate="no"
            className="overflow-auto rounded-lg border bg-sunken p-3 font-mono text-xs break-words whitespace-pre-wrap"
          >
            {sketch(schema)}
          </pre>
        </section>
      ))}
    </div>
  );
}
