type ClassName = string | false | null | undefined | readonly ClassName[];

/**
 * Joins class names. It settles no quarrel: two that set the same thing must not meet, except that a `base:` one, as in
 * `base:h-8`, gives way to any other.
 */
export const cn = (...names: ClassName[]): string => names.flat(3).filter(Boolean).join(' ');
