'use client';

import { useTranslations } from 'next-intl';
import { actionsUnder, isChosen, toggleAction, toggleGroup } from '@/components/audit/filters/toggle-action';
import { useActionWording } from '@/components/audit/use-action-wording';
import { useAuditSearch } from '@/components/audit/use-audit-search';
import { Checkbox } from '@/components/ui/checkbox';
import { Icon } from '@/components/ui/icon';
import { Popover } from '@/components/ui/popover';
import { auditPrefixes } from '@/contract/audit-words';

export function ActionFilter() {
  const t = useTranslations('audit.filter');
  const trigger = (
    <>
      {t('action')}
      <Icon name="chevron-down" />
    </>
  );
  return (
    <Popover size="sm" trigger={trigger} panelClassName="w-80 p-3">
      <Choices />
    </Popover>
  );
}

/** By what it was done to; a group that is ticked takes in what it will hold one day. */
function Choices() {
  const wording = useActionWording();
  const { search, ask } = useAuditSearch();
  const chosen = search.action;
  return (
    <div className="grid gap-3">
      {auditPrefixes.map((prefix) => {
        const actions = actionsUnder(prefix);
        const ticked = actions.filter((action) => isChosen(chosen, action)).length;
        return (
          <div key={prefix} role="group" aria-label={wording(prefix)} className="grid gap-1">
            <Checkbox
              label={<span className="font-medium">{wording(prefix)}</span>}
              checked={ticked === actions.length}
              indeterminate={ticked > 0 && ticked < actions.length}
              onChange={() => ask({ action: toggleGroup(chosen, prefix) })}
            />
            {actions.map((action) => (
              <Checkbox
                key={action}
                className="ms-6"
                label={wording(action)}
                checked={isChosen(chosen, action)}
                onChange={() => ask({ action: toggleAction(chosen, action) })}
              />
            ))}
          </div>
        );
      })}
    </div>
  );
}
