import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ApiDocs } from '@/components/api-docs/api-docs';
import { BarePage } from '@/components/layout/bare-page';
import { ClientMessages } from '@/components/layout/client-messages';
import { documentApi } from '@/server/document-api';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('api'))('title') };
}

export default async function ApiDocsPage() {
  return (
    <BarePage width="xl">
      <ClientMessages areas={['api']}>
        <ApiDocs {...await documentApi()} />
      </ClientMessages>
    </BarePage>
  );
}
