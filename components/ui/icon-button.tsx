import type { ReactNode } from 'react';
import { Button, type ButtonProps } from '@/components/ui/button';
import { Tooltip } from '@/components/ui/tooltip';

type IconButtonProps = Omit<ButtonProps, 'children' | 'icon'> & { label: string; icon: ReactNode };

/** A button of one icon: `label` is its name, and its tooltip. */
export function IconButton({ label, icon, size = 'icon', variant = 'ghost', ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label}>
      <Button aria-label={label} icon={icon} size={size} variant={variant} {...rest} />
    </Tooltip>
  );
}
