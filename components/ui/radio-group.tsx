import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/lib/cn';

type RadioGroupProps = Omit<ComponentProps<'fieldset'>, 'onChange'> & { legend: ReactNode; hideLegend?: boolean };

/** Choices that exclude each other, each with room for an explanation. Children are Radio. */
export function RadioGroup({ legend, hideLegend, className, children, ...rest }: RadioGroupProps) {
  return (
    <fieldset className={cn('grid gap-2', className)} {...rest}>
      <legend className={hideLegend ? 'sr-only' : 'mb-1.5 font-medium'}>{legend}</legend>
      {children}
    </fieldset>
  );
}

type RadioProps = Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode; hint?: ReactNode };

export function Radio({ label, hint, className, ...rest }: RadioProps) {
  return (
    <label
      className={cn(
        'flex items-start gap-2.5 rounded-lg border bg-panel px-3 py-2.5 hover:bg-hover has-checked:border-accent has-checked:bg-accent-ground has-disabled:opacity-60',
        className,
      )}
    >
      <input
        type="radio"
        className="my-0.5 size-4 shrink-0 appearance-none rounded-full border border-edge bg-panel checked:border-5 checked:border-accent"
        {...rest}
      />
      <span>
        <span className="font-medium">{label}</span>
        {hint && <span className="block text-mute">{hint}</span>}
      </span>
    </label>
  );
}
