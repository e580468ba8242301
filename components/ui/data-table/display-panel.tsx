'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import type { DisplayProps } from '@/components/ui/data-table/display-props';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { columnsShown } from '@/lib/table-look';

export function DisplayPanel({ columns, look: { look, change }, sort, onSort }: DisplayProps) {
  const t = useTranslations('ui.table');
  const free = columns.filter(({ fixed }) => !fixed);
  const shown = columnsShown(free, look).map(({ id }) => id);
  const order = [...shown, ...free.map(({ id }) => id).filter((id) => !shown.includes(id))];
  const titleOf = (id: string) => columns.find((column) => column.id === id)?.title ?? id;

  function toggle(id: string, checked: boolean) {
    change({ columns: checked ? [...shown, id] : shown.filter((other) => other !== id) });
  }
  function move(id: string, step: number) {
    const rest = shown.filter((other) => other !== id);
    const at = Math.max(0, shown.indexOf(id) + step);
    change({ columns: [...rest.slice(0, at), id, ...rest.slice(at)] });
  }
  return (
    <div className="grid gap-3">
      {onSort && (
        <div className="md:hidden">
          <Field label={t('sortBy')}>
            {(control) => (
              <Select {...control} value={sort} onChange={(event) => onSort(event.target.value)}>
                {columns.flatMap(({ id, title, sort: sortable }) =>
                  sortable ? [id, `-${id}`].map((value) => <Order key={value} value={value} title={title} />) : [],
                )}
              </Select>
            )}
          </Field>
        </div>
      )}
      <Segmented
        label={t('density')}
        value={look.dense ? 'compact' : 'comfortable'}
        options={(['comfortable', 'compact'] as const).map((value) => ({ value, label: t(value) }))}
        onChange={(value) => change({ dense: value === 'compact' })}
      />
      <ul aria-label={t('columns')} className="grid max-md:hidden">
        {order.map((id) => (
          <li key={id} className="flex h-8 items-center">
            <Checkbox
              label={titleOf(id)}
              className="flex-1"
              checked={shown.includes(id)}
              disabled={shown.length === 1 && shown[0] === id}
              onChange={(event) => toggle(id, event.target.checked)}
            />
            {([-1, 1] as const).map((step) => (
              <IconButton
                key={step}
                size="icon-sm"
                label={t(step < 0 ? 'moveUp' : 'moveDown', { column: titleOf(id) })}
                icon={step < 0 ? <Icon name="arrow-up" /> : <Icon name="arrow-down" />}
                disabled={!shown.includes(id) || (step < 0 ? shown[0] === id : shown.at(-1) === id)}
                onClick={() => move(id, step)}
              />
            ))}
          </li>
        ))}
      </ul>
      {look.columns && (
        <Button
          variant="ghost"
          size="sm"
          className="max-md:hidden"
          icon={<Icon name="rotate-ccw" />}
          onClick={() => change({ columns: null })}
        >
          {t('reset')}
        </Button>
      )}
    </div>
  );
}

function Order({ value, title }: { value: string; title: string }) {
  const t = useTranslations('ui.table');
  return <option value={value}>{t(value.startsWith('-') ? 'descending' : 'ascending', { column: title })}</option>;
}
