'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Failure } from '@/components/members/failure';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { useApi } from '@/lib/api';
import { memberChoices } from '@/lib/connection-list-queries';
import { useSession } from '@/lib/session';

/** Who gets what somebody owns: the reader, unless it is their own. A form's field, `heir`. */
export function HeirField({ of, label }: { of: string; label: string }) {
  const t = useTranslations('members');
  const { person } = useSession();
  const members = useQuery(memberChoices(useApi()));
  // Until the others are there the reader is, so that a quick press finds somebody chosen.
  const heirs = (members.data?.rows ?? [person]).filter(({ id }) => id !== of);
  return (
    <>
      <Field label={label}>
        {(control) => (
          <Select {...control} name="heir" required defaultValue={of === person.id ? '' : person.id}>
            <option value="">{t('handOver.choose')}</option>
            {heirs.map(({ id, name, email }) => (
              <option key={id} value={id}>
                {`${name} (${email})`}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Failure error={members.error} />
    </>
  );
}
