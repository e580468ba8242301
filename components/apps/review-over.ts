import type { App } from '@/contract/apps';

/** TikTok has decided, and there is nothing to wait for. */
export const reviewIsOver = ({ reviewStatus }: Pick<App, 'reviewStatus'>): boolean =>
  reviewStatus === 'approved' || reviewStatus === 'rejected';
