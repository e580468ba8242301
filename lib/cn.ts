import { type ClassNameValue, twMerge } from 'tailwind-merge';

/** Joins class names; of two that set the same thing, the later wins. */
export const cn = (...classes: ClassNameValue[]) => twMerge(classes);
