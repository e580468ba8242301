import type { ComponentProps, ReactNode, Ref } from 'react';
import { Icon } from '@/components/ui/icon';
import { cn } from '@/lib/cn';

type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & {
  label: ReactNode;
  hideLabel?: boolean;
  indeterminate?: boolean;
};

/** `hideLabel` keeps the label for screen readers only, as at the start of a table's row. */
export function Checkbox({ label, hideLabel, indeterminate = false, ref, className, ...rest }: CheckboxProps) {
  return (
    <label className={cn('base:inline-flex items-start gap-2 has-disabled:opacity-60', className)}>
      <span className="relative my-0.5 inline-grid size-4 shrink-0 place-items-center">
        <input
          type="checkbox"
          ref={mergeRefs(ref, indeterminate)}
          className={cn(
            'peer absolute inset-0 appearance-none rounded-[5px] border',
            'checked:border-accent checked:bg-accent aria-invalid:border-broken',
            indeterminate ? 'border-accent bg-accent' : 'border-edge bg-panel',
          )}
          {...rest}
        />
        {indeterminate ? (
          <Icon name="minus" className="pointer-events-none relative size-3 text-on-accent" />
        ) : (
          <Icon name="check" className="pointer-events-none relative hidden size-3 text-on-accent peer-checked:block" />
        )}
      </span>
      <span className={hideLabel ? 'sr-only' : undefined}>{label}</span>
    </label>
  );
}

/** A half-ticked box is a property, which no attribute can set. */
const mergeRefs =
  (ref: Ref<HTMLInputElement> | undefined, indeterminate: boolean) => (box: HTMLInputElement | null) => {
    if (box) box.indeterminate = indeterminate;
    if (typeof ref === 'function') ref(box);
    else if (ref) ref.current = box;
  };
