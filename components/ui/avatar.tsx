import { cn } from '@/lib/cn';

/** White text reads at 4.5 : 1 or better on each. */
const grounds = ['bg-[#2c7a69]', 'bg-[#b4532a]', 'bg-[#5a4fcf]', 'bg-[#a83f6f]', 'bg-[#3a6ea5]', 'bg-[#6b6f2a]'];

type AvatarProps = { name: string; size?: 'sm' | 'md'; square?: boolean; className?: string };

/** Initials on a colour that stays with the name. Decoration: the name stands beside it, or in a tooltip. */
export function Avatar({ name, size = 'sm', square, className }: AvatarProps) {
  const sum = [...name].reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0);
  return (
    <span
      aria-hidden
      className={cn(
        'inline-grid shrink-0 place-items-center font-semibold text-[#ffffff] select-none',
        size === 'sm' ? 'size-5.5 text-[0.625rem]' : 'size-6.5 text-xs',
        square ? 'rounded-lg bg-[#2c56dd]' : ['rounded-full', grounds[sum % grounds.length]],
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}

/** Two letters of a name in words, one of a name without. */
function initials(name: string): string {
  const words = name.trim().split(/[\s・]+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}
