import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { Textarea } from '@/components/ui/textarea';

/** More than this makes a browser crawl. */
const mostEditable = 300_000;
const shown = 2_000;

type PasteFieldProps = { csv: string; onChange: (csv: string) => void; error?: string };

/** The list as text. One that is long is shown by its beginning: it is sent whole, or put away. */
export function PasteField({ csv, onChange, error }: PasteFieldProps) {
  const t = useTranslations('coverage.upload');
  const long = csv.length > mostEditable;
  return (
    <>
      <Field label={t('paste')} hint={long ? t('long', { count: csv.length }) : t('pasteHint')} error={error}>
        {(control) => (
          <Textarea
            {...control}
            required
            rows={6}
            spellCheck={false}
            className="font-mono text-xs"
            readOnly={long}
            value={long ? `${csv.slice(0, shown)}…` : csv}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      {long && (
        <Button size="sm" icon={<Icon name="x" />} className="justify-self-start" onClick={() => onChange('')}>
          {t('putAway')}
        </Button>
      )}
    </>
  );
}
