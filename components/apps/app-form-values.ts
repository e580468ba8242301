import { z } from 'zod';
import {
  appFields,
  appSecret,
  environment,
  maxRedirectUrls,
  rateTier,
  redirectUrl,
  reviewStatus,
  type App,
} from '@/contract/apps';
import { tiktokId } from '@/contract/shapes';

/** Japanese keyboards type full-width digits. */
const halfWidth = (text: string) => text.normalize('NFKC');

const orNothing = <Shape extends z.ZodType<string, string>>(shape: Shape) =>
  z
    .string()
    .trim()
    .transform((text) => text || null)
    .pipe(shape.nullable());

/** What a date box holds: the day here, not in UTC. */
const day = z.string().transform((text) => (text ? new Date(`${text}T00:00`).toISOString() : null));

/** The contract's shapes as a form holds them: text, and empty text for nothing. */
export const appForm = z.object({
  name: appFields.shape.name,
  appId: z.string().transform(halfWidth).pipe(orNothing(tiktokId)),
  secret: orNothing(appSecret),
  redirectUrls: z
    .array(z.object({ url: redirectUrl }))
    .max(maxRedirectUrls)
    .superRefine(noneTwice),
  environment,
  tier: rateTier,
  reviewStatus,
  reviewSince: day,
  reviewRemindAt: day,
  notes: appFields.shape.notes.unwrap(),
});
export type AppFormValues = z.input<typeof appForm>;
export type AppFormOutput = z.output<typeof appForm>;

function noneTwice(rows: { url: string }[], context: z.RefinementCtx): void {
  const urls = rows.map(({ url }) => url);
  urls.forEach((url, index) => {
    if (urls.indexOf(url) < index) context.addIssue({ code: 'custom', path: [index, 'url'], message: 'duplicate' });
  });
}

/** The secret is never among what a form starts with. */
export function valuesOf(app: App | undefined): AppFormValues {
  return {
    name: app?.name ?? '',
    appId: app?.appId ?? '',
    secret: '',
    redirectUrls: app?.redirectUrls.map(({ url }) => ({ url })) ?? [],
    environment: app?.environment ?? 'production',
    tier: app?.tier ?? 'basic',
    reviewStatus: app?.reviewStatus ?? 'in_review',
    reviewSince: dayOf(app?.reviewSince),
    reviewRemindAt: dayOf(app?.reviewRemindAt),
    notes: app?.notes ?? '',
  };
}

function dayOf(moment: string | null | undefined): string {
  if (!moment) return '';
  const date = new Date(moment);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
