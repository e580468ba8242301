import { cn } from '@/lib/cn';

type ProgressProps = { label: string; value?: number; max?: number; className?: string };

/** How far something longer than a second is; without a `value`, that it moves. */
export function Progress({ label, value, max = 100, className }: ProgressProps) {
  const share = value === undefined ? undefined : Math.min(1, Math.max(0, value / max));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      className={cn('h-1.5 overflow-hidden rounded-full bg-neutral-ground', className)}
    >
      <div
        className={cn(
          'h-full origin-left rounded-full bg-accent transition-transform',
          share === undefined && 'animate-pulse',
        )}
        style={share === undefined ? undefined : { transform: `scaleX(${share})` }}
      />
    </div>
  );
}
