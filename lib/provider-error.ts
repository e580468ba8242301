const providerErrors = ['email_unverified', 'link_first', 'other_subject', 'no_team', 'changed_meanwhile'] as const;

export type ProviderError = (typeof providerErrors)[number] | 'provider_failed';

/** Why signing in at the provider did not work, from the `error` of an address; undefined where nothing went wrong. */
export function providerError(error: string | string[] | undefined): ProviderError | undefined {
  if (!error) return undefined;
  return providerErrors.find((known) => known === error) ?? 'provider_failed';
}
