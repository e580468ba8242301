import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ComponentProps, ReactNode } from 'react';

type Messages = NonNullable<ComponentProps<typeof NextIntlClientProvider>['messages']>;
type Area = keyof Awaited<ReturnType<typeof getMessages>>;

const everywhere: Area[] = ['ui', 'shell', 'errors'];

/** Hands the wording of these areas to the client components below; the rest stays on the server. */
export async function ClientMessages({ areas = [], children }: { areas?: Area[]; children: ReactNode }) {
  const all = await getMessages();
  const messages: Messages = Object.fromEntries([...everywhere, ...areas].map((area) => [area, all[area]]));
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
