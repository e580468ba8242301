import { useTranslations } from 'next-intl';
import { Unfolding } from '@/components/api-docs/unfolding';
import { sketch, type Schema } from '@/components/api-docs/sketch';
import { Badge } from '@/components/ui/badge';
import { Cell, HeaderCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';

export type DocumentedOperation = {
  id: string;
  method: string;
  path: string;
  tag: string;
  summary: string;
  description?: string;
  permission?: string;
  parameters: { name: string; in: string; required: boolean; schema: Schema }[];
  body?: Schema;
  answer: { status: string; schema?: Schema };
};

/** One operation: its address, what it needs, what it takes and what it gives. */
export function Operation({ operation }: { operation: DocumentedOperation }) {
  const t = useTranslations('api');
  const { id, method, path, summary, description, permission, parameters, body, answer } = operation;
  const address = (
    <code className="font-mono text-xs break-all" translate="no">
      <span className="font-semibold text-accent">{method}</span> {path}
    </code>
  );
  return (
    <Unfolding id={id} title={summary} aside={address}>
      {description && <p className="text-mute">{description}</p>}
      <p>
        <Badge>{permission && permission !== 'session' ? t('needs', { permission }) : t('signedIn')}</Badge>
      </p>
      {parameters.length > 0 && <Parameters of={id} parameters={parameters} />}
      {body && <Shape title={t('body')} schema={body} />}
      <Shape title={t('answer', { status: answer.status })} schema={answer.schema} />
    </Unfolding>
  );
}

function Parameters({ of, parameters }: { of: string; parameters: DocumentedOperation['parameters'] }) {
  const t = useTranslations('api');
  return (
    <Table label={`${t('parameters')}: ${of}`}>
      <TableHead>
        <HeaderCell>{t('name')}</HeaderCell>
        <HeaderCell>{t('place')}</HeaderCell>
        <HeaderCell>{t('type')}</HeaderCell>
      </TableHead>
      <TableBody>
        {parameters.map(({ name, in: place, required, schema }) => (
          <TableRow key={name}>
            <Cell className="font-mono text-xs">{name}</Cell>
            <Cell>{required ? `${place}, ${t('required')}` : place}</Cell>
            <Cell className="font-mono text-xs break-words">{sketch(schema)}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Shape({ title, schema }: { title: string; schema?: Schema }) {
  const t = useTranslations('api');
  return (
    <div>
      <h4 className="mb-1 font-medium text-mute">{title}</h4>
      {schema ? (
        <pre
          tabIndex={0}
          translate="no"
          className="max-h-96 overflow-auto rounded-lg border bg-sunken p-3 font-mono text-xs break-words whitespace-pre-wrap"
        >
          {sketch(schema)}
        </pre>
      ) : (
        <p>{t('empty')}</p>
      )}
    </div>
  );
}
