/** At the whole limit the slightest unevenness on the way breaks it. */
export const mostBudgetPercent = 80;

/** Who needs a second factor before they can do anything in the team. */
export const totpNeededBy = ['nobody', 'owners', 'everybody'] as const;

/** The longest that a team can let its API keys last. */
export const mostKeyAgeDays = 1095;
