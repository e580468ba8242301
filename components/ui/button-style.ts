import { cn } from '@/lib/cn';

const all = [
  'inline-flex items-center justify-center rounded-lg border font-medium whitespace-nowrap select-none',
  'transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-50 aria-busy:cursor-progress',
  'base:shrink-0 base:gap-2 [&_svg]:size-4',
];
const variants = {
  primary: 'border-transparent bg-accent text-on-accent not-disabled:hover:bg-accent-strong',
  secondary: 'border-line bg-panel base:text-ink not-disabled:hover:bg-hover',
  ghost: 'border-transparent text-mute not-disabled:hover:bg-hover not-disabled:hover:text-ink',
  danger: 'border-transparent bg-broken text-on-broken not-disabled:hover:bg-broken-strong',
  'danger-quiet': 'border-transparent text-broken not-disabled:hover:bg-broken-ground',
};
const sizes = {
  sm: 'base:h-7 base:px-2.5 text-xs',
  md: 'base:h-8 base:px-3 text-sm',
  lg: 'base:h-11 base:px-4 text-base',
  'icon-sm': 'size-7',
  icon: 'size-8',
};

export type ButtonStyle = { variant?: keyof typeof variants; size?: keyof typeof sizes };

/** The look of everything that is pressed: buttons, links that act, menu triggers. */
export const buttonStyle = ({ variant = 'secondary', size = 'md' }: ButtonStyle = {}) =>
  cn(all, variants[variant], sizes[size]);
