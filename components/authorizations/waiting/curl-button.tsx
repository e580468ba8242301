'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { CodeBlock } from '@/components/ui/code-block';
import { Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { tikTokCurl } from '@/contract/tiktok-curl';

/** The call that trades the code, for those who want to see it. */
export function CurlButton({ appId, apiUrl }: { appId: string; apiUrl: string }) {
  const t = useTranslations('authorizations.waiting');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="ghost" icon={<Icon name="terminal" />} onClick={() => setOpen(true)}>
        {t('curl')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('curlTitle')} description={t('curlText')} size="lg">
        <CodeBlock text={tikTokCurl('exchange', { apiUrl, appId })} label={t('curlLabel')} />
      </Dialog>
    </>
  );
}
