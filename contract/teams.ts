import { z } from 'zod';
import { limitKinds, operation } from './operation';
import { id, words } from './shapes';
import { mostBudgetPercent, mostKeyAgeDays, totpNeededBy } from './team-words';

const team = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  /** Every connection is checked once in this time. */
  checkIntervalMinutes: z.number().int(),
  /** How much of TikTok's rate limit, for each app, checks may use; in percent. */
  budgetPercent: z.number().int(),
  /** The longest that a new API key may last. */
  keyMaxAgeDays: z.number().int(),
  /** They can do nothing here before they have a second factor. */
  totpNeededBy: z.enum(totpNeededBy),
});
export type Team = z.infer<typeof team>;

const tags = ['Team'];

const teamName = words.trim().min(1, 'required').max(80, 'too_long');

export const teams = {
  get: operation
    .meta({ permission: 'team.read', limits: limitKinds })
    .route({ method: 'GET', path: '/team', tags, summary: 'The team and its settings' })
    .output(team),
  update: operation
    .meta({ permission: 'team.write' })
    .route({ method: 'PATCH', path: '/team', tags, summary: 'Change the settings of the team' })
    .input(
      z.strictObject({
        checkIntervalMinutes: z.number().int().min(5).max(10_080).optional(),
        budgetPercent: z.number().int().min(1).max(mostBudgetPercent).optional(),
        keyMaxAgeDays: z.number().int().min(1).max(mostKeyAgeDays).optional(),
        totpNeededBy: z.enum(totpNeededBy).optional(),
      }),
    )
    .output(team),
  create: operation
    .meta({ permission: 'teams.create' })
    .route({
      method: 'POST',
      path: '/teams',
      tags,
      summary: 'Create another team, as its owner',
      description: 'For owners of a team. Nothing of one team is seen from another; its address is made from its name.',
      successStatus: 201,
    })
    .input(z.strictObject({ name: teamName }))
    .output(z.object({ id, slug: z.string(), name: z.string() })),
};
