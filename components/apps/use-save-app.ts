'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { say } from '@/components/ui/say';
import type { App } from '@/contract/apps';
import type { AppFormOutput } from '@/components/apps/app-form-values';
import { useApi } from '@/lib/api';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

/** Registers an app, or sends what was touched of one that exists; then shows it. */
export function useSaveApp(app: App | undefined) {
  const t = useTranslations('apps.form');
  const api = useApi();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { team } = useSession();

  async function onSuccess(saved: App) {
    await queryClient.invalidateQueries({ queryKey: api.apps.key() });
    say(t(app ? 'saved' : 'registered', { name: saved.name }));
    router.push(paths.app(team.slug, saved.id));
  }
  const create = useMutation(api.apps.create.mutationOptions({ onSuccess }));
  const update = useMutation(api.apps.update.mutationOptions({ onSuccess }));
  const { isPending, isSuccess, error } = app ? update : create;

  function save({ redirectUrls, ...rest }: AppFormOutput, touched: Partial<Record<keyof AppFormOutput, unknown>>) {
    const fields = { ...rest, redirectUrls: redirectUrls.map(({ url }) => url) };
    if (!app) return create.mutate(fields);
    const changes = Object.entries(fields).filter(([field]) => touched[field as keyof AppFormOutput]);
    update.mutate({ id: app.id, ...Object.fromEntries(changes) });
  }
  return { save, pending: isPending || isSuccess, error };
}
