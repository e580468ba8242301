import type { ZodType } from 'zod';

const prefix = 'form:';
const longestKept = 15 * 60_000;

/** Whose form it is: nobody else who signs in in this tab is shown it, nor any other team. */
export type FormOwner = { person: { id: string }; team: { id: string } };

type Kept = { owner: string; at: number; form: unknown };

/** What stands in a form, kept in this tab while its writer leaves for the provider and comes back. Never a secret. */
export function keepForm(name: string, owner: FormOwner, form: unknown): void {
  const kept: Kept = { owner: nameOf(owner), at: Date.now(), form };
  try {
    sessionStorage.setItem(prefix + name, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing, or not so much: the way to the provider is open all the same.
  }
}

/** What was kept, once, for a quarter of an hour and for its owner; null where there is nothing of that shape. */
export function takeForm<Form>(name: string, owner: FormOwner, shape: ZodType<Form>): Form | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(prefix + name) ?? 'null') as Kept | null;
    sessionStorage.removeItem(prefix + name);
    if (kept?.owner !== nameOf(owner) || Date.now() - kept.at > longestKept) return null;
    return shape.safeParse(kept.form).data ?? null;
  } catch {
    return null;
  }
}

export function forgetForms(): void {
  try {
    const names = Object.keys(sessionStorage).filter((name) => name.startsWith(prefix));
    for (const name of names) sessionStorage.removeItem(name);
  } catch {
    // It kept nothing.
  }
}

const nameOf = ({ person, team }: FormOwner) => `${person.id} ${team.id}`;
