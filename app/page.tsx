import { getTranslations } from 'next-intl/server';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { SignOutButton } from '@/components/auth/sign-out-button';
import { BarePage } from '@/components/layout/bare-page';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { paths } from '@/lib/paths';
import { readSession } from '@/server/auth/session';
import { listTeams } from '@/server/members/list-teams';
import { isSetupOpen } from '@/server/members/setup-code';

/** The front door: to the connections of one's first team, to sign in, or on the first run to set up. */
export default async function FrontDoor() {
  const session = await readSession(await headers());
  if (!session) redirect((await isSetupOpen()) ? paths.setup : paths.signIn);
  const [team] = await listTeams(session.user.id);
  if (team) redirect(paths.connections(team.slug));
  const t = await getTranslations('auth.noTeam');
  return (
    <BarePage>
      <Notice icon={<Icon name="user-x" />} title={t('title')} text={t('text', { email: session.user.email })}>
        <LinkButton href={paths.account()}>{t('account')}</LinkButton>
        <SignOutButton>{t('signOut')}</SignOutButton>
      </Notice>
    </BarePage>
  );
}
