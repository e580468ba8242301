/** At the whole limit the slightest unevenness on the way breaks it. */
export const mostBudgetPercent = 80;

/** The longest that a team can let its API keys last. */
export const mostKeyAgeDays = 1095;
