import type { ComponentProps } from 'react';
import type { iconNames } from '@/components/ui/icon-names';
import { cn } from '@/lib/cn';
import drawings from './icons.svg';

export type IconName = (typeof iconNames)[number];

type IconProps = ComponentProps<'svg'> & { name: IconName };

/** Decoration beside a word. The drawings are in one file, which the browser keeps, so that neither script nor page holds them. */
export const Icon = ({ name, className, ...rest }: IconProps) => (
  <svg aria-hidden width={24} height={24} className={cn('icon', className)} {...rest}>
    <use href={`${(drawings as { src: string }).src}#${name}`} />
  </svg>
);
