/** The words of the apps, without zod: the browser needs no more of them. */
export const environments = ['production', 'sandbox'] as const;

export const rateTiers = ['basic', 'advanced', 'premium', 'ultimate'] as const;

/** In the order in which TikTok goes through them. */
export const reviewStatuses = ['applied', 'in_review', 'approved', 'rejected', 'permission_change'] as const;

/** What the list of apps is sorted by. */
export const appColumns = ['name', 'connections', 'environment', 'tier', 'review', 'created'] as const;
