import { cva, type VariantProps } from 'class-variance-authority';

/** The look of everything that is pressed: buttons, links that act, menu triggers. */
export const buttonStyle = cva(
  [
    'inline-flex shrink-0 items-center justify-center gap-2 rounded-lg border font-medium whitespace-nowrap select-none',
    'transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-50 aria-busy:cursor-progress',
    '[&_svg]:size-4',
  ],
  {
    variants: {
      variant: {
        primary: 'border-transparent bg-accent text-on-accent not-disabled:hover:bg-accent-strong',
        secondary: 'border-line bg-panel text-ink not-disabled:hover:bg-hover',
        ghost: 'border-transparent text-mute not-disabled:hover:bg-hover not-disabled:hover:text-ink',
        danger: 'border-transparent bg-broken text-on-broken not-disabled:hover:bg-broken-strong',
        'danger-quiet': 'border-transparent text-broken not-disabled:hover:bg-broken-ground',
      },
      size: {
        sm: 'h-7 px-2.5 text-xs',
        md: 'h-8 px-3 text-sm',
        lg: 'h-11 px-4 text-base',
        'icon-sm': 'size-7',
        icon: 'size-8',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
);

export type ButtonStyle = VariantProps<typeof buttonStyle>;
