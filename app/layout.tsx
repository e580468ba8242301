import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ClientMessages } from '@/components/layout/client-messages';
import { ThemeScript } from '@/components/layout/theme-script';
import { TimeZoneCookie } from '@/components/layout/time-zone-cookie';
import { Toaster } from '@/components/layout/toaster';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Grantboard', template: '%s · Grantboard' },
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfbfa' },
    { media: '(prefers-color-scheme: dark)', color: '#111214' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html lang={await getLocale()} suppressHydrationWarning>
      <body>
        <ThemeScript nonce={nonce} />
        <ClientMessages>
          {children}
          <Toaster />
        </ClientMessages>
        <TimeZoneCookie />
      </body>
    </html>
  );
}
