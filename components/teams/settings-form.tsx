'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { FactorField } from '@/components/teams/factor-field';
import { IntervalSelect } from '@/components/teams/interval-select';
import { SaveBar } from '@/components/teams/save-bar';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Panel } from '@/components/ui/panel';
import { say } from '@/components/ui/say';
import { mostBudgetPercent, mostKeyAgeDays, totpNeededBy } from '@/contract/team-words';
import type { Team } from '@/contract/teams';
import { useApi } from '@/lib/api';
import { teamSettings } from '@/lib/health-queries';
import { useSession } from '@/lib/session';

const form = z.object({
  checkIntervalMinutes: z.coerce.number<string>(),
  budgetPercent: z.coerce.number<string>().int().min(1).max(mostBudgetPercent),
  keyMaxAgeDays: z.coerce.number<string>().int().min(1).max(mostKeyAgeDays),
  totpNeededBy: z.enum(totpNeededBy).optional(),
});

/** How often connections are checked, and how much of TikTok's rate limit that may take. */
export function SettingsForm() {
  const { data } = useQuery(teamSettings(useApi()));
  return data ? <Settings key={JSON.stringify(data)} team={data} /> : null;
}

function Settings({ team }: { team: Team }) {
  const t = useTranslations('settings');
  const { may } = useSession();
  const [readOnly, protects] = [!may('team.write'), may('team.protect')];
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(form),
    defaultValues: {
      checkIntervalMinutes: String(team.checkIntervalMinutes),
      budgetPercent: String(team.budgetPercent),
      keyMaxAgeDays: String(team.keyMaxAgeDays),
      ...(protects && { totpNeededBy: team.totpNeededBy }),
    },
  });
  const save = useSave();
  return (
    <form noValidate className="grid gap-4" onSubmit={(event) => void handleSubmit((to) => save.mutate(to))(event)}>
      <Panel title={t('checks')}>
        <div className="grid gap-5">
          <Field label={t('interval')} hint={t('intervalHint')}>
            {(control) => (
              <IntervalSelect
                {...control}
                {...register('checkIntervalMinutes')}
                current={team.checkIntervalMinutes}
                disabled={readOnly}
              />
            )}
          </Field>
          <Field
            label={t('budget')}
            hint={t('budgetHint', { most: mostBudgetPercent })}
            error={formState.errors.budgetPercent && t('budgetWrong', { most: mostBudgetPercent })}
          >
            {(control) => (
              <Input
                {...control}
                {...register('budgetPercent')}
                inputMode="numeric"
                className="sm:w-32"
                readOnly={readOnly}
              />
            )}
          </Field>
        </div>
      </Panel>
      <Panel title={t('keys')}>
        <Field
          label={t('keyAge')}
          hint={t('keyAgeHint', { most: mostKeyAgeDays })}
          error={formState.errors.keyMaxAgeDays && t('keyAgeWrong', { most: mostKeyAgeDays })}
        >
          {(control) => (
            <Input
              {...control}
              {...register('keyMaxAgeDays')}
              inputMode="numeric"
              className="sm:w-32"
              readOnly={readOnly}
            />
          )}
        </Field>
      </Panel>
      <Panel title={t('signingIn')}>
        <FactorField
          {...register('totpNeededBy', { disabled: !protects })}
          defaultValue={team.totpNeededBy}
          protects={protects}
        />
      </Panel>
      <SaveBar readOnly={readOnly} pending={save.isPending} error={save.error} />
    </form>
  );
}

function useSave() {
  const t = useTranslations('settings');
  const api = useApi();
  const queryClient = useQueryClient();
  return useMutation(
    api.teams.update.mutationOptions({
      onSuccess: async () => {
        await Promise.all(
          [api.teams.key(), api.health.key()].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
        );
        say(t('saved'));
      },
    }),
  );
}
