import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { TextLink } from '@/components/ui/text-link';

const portal = 'https://business-api.tiktok.com/portal';

/** To TikTok's developer portal, beside this page. */
export const TikTokLink = ({ children }: { children: ReactNode }) => (
  <TextLink href={portal} target="_blank" rel="noreferrer" className="inline-flex items-center gap-1.5">
    {children}
    <Icon name="external-link" className="size-3.5" />
  </TextLink>
);
