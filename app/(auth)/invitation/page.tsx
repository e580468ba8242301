import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { connection } from 'next/server';
import { InvitationView } from '@/components/invitation/invitation-view';
import { BarePage } from '@/components/layout/bare-page';
import { ClientMessages } from '@/components/layout/client-messages';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('invitation'))('title') };
}

/** Where the link of an invitation leads. The server never sees its token here: it stands behind the #. */
export default async function InvitationPage() {
  await connection();
  return (
    <BarePage>
      <ClientMessages areas={['invitation', 'common']}>
        <InvitationView />
      </ClientMessages>
    </BarePage>
  );
}
