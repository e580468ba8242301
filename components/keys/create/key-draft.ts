import { z } from 'zod';
import { linesOf } from '@/components/keys/create/lines-of';
import type { Wanted } from '@/components/keys/create/use-create';
import { keyPermissions } from '@/contract/key-words';
import { type FormOwner, keepForm, takeForm } from '@/lib/kept-form';

/** What the form of a key says, as it is typed. What proves who makes it is no part of this. */
const keyDraft = z.object({
  name: z.string(),
  expires: z.number(),
  permissions: z.array(z.enum(keyPermissions)),
  appIds: z.array(z.string()),
  tagIds: z.array(z.string()),
  advertiserIds: z.string(),
  addressRanges: z.string(),
});
export type KeyDraft = z.infer<typeof keyDraft>;

/** The rest of it is not in fields of the form’s own. */
export function draftIn(fields: FormData, rest: Pick<KeyDraft, 'permissions' | 'appIds' | 'tagIds'>): KeyDraft {
  const text = (name: string) => String(fields.get(name) ?? '');
  const [name, advertiserIds, addressRanges] = [text('name').trim(), text('advertiserIds'), text('addressRanges')];
  return { ...rest, name, expires: Number(text('expires')), advertiserIds, addressRanges };
}

export const toWanted = ({ expires, advertiserIds, addressRanges, ...rest }: KeyDraft): Wanted => ({
  ...rest,
  expiresInDays: expires,
  advertiserIds: linesOf(advertiserIds),
  addressRanges: linesOf(addressRanges),
});

const form = 'api-key';

export const keepDraft = (owner: FormOwner, draft: KeyDraft): void => keepForm(form, owner, draft);
export const takeDraft = (owner: FormOwner): KeyDraft | null => takeForm(form, owner, keyDraft);
