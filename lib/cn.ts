import { cx } from 'class-variance-authority';

/**
 * Joins class names. It weighs nothing, for it settles no quarrel: two that set the same thing must not meet, except that
 * a `base:` one, as in `base:h-8`, gives way to any other.
 */
export const cn = cx;
