'use client';

import { useTranslations } from 'next-intl';
import { Radio, RadioGroup } from '@/components/ui/radio-group';
import type { Role } from '@/contract/permissions';
import { mayGive, roles } from '@/contract/role-heights';
import { useSession } from '@/lib/session';

type RoleChoiceProps = { legend: string; chosen: Role; onChoose: (role: Role) => void };

/** The roles that the reader may give, each with what it may do. A form's field, `role`. */
export function RoleChoice({ legend, chosen, onChoose }: RoleChoiceProps) {
  const [t, name] = [useTranslations('members.may'), useTranslations('common.role')];
  const { role: own } = useSession();
  return (
    <RadioGroup legend={legend}>
      {roles
        .filter((role) => mayGive(own, role))
        .map((role) => (
          <Radio
            key={role}
            name="role"
            value={role}
            defaultChecked={role === chosen}
            onChange={() => onChoose(role)}
            label={name(role)}
            hint={t(role)}
          />
        ))}
    </RadioGroup>
  );
}
