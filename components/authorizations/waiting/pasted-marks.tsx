import { useTranslations } from 'next-intl';
import type { Pasted } from '@/contract/pasted';
import { cn } from '@/lib/cn';
import { type MarkedPart, markedParts } from './marked-parts';

type PastedMarksProps = {
  read: Extract<Pasted, { kind: 'code' }>;
  verdict: 'ours' | 'foreign' | 'stateless' | 'unchecked';
};

/** The address as it was understood, with the code and the state picked out. */
export function PastedMarks({ read: { address, spans }, verdict }: PastedMarksProps) {
  const t = useTranslations('authorizations.paste');
  const show = ({ text, part }: MarkedPart) => (part === 'state' && verdict === 'ours' ? `✓ ${t('stateOurs')}` : text);
  return (
    <p translate="no" className="rounded-lg bg-sunken px-2.5 py-1.5 font-mono text-xs break-all">
      {markedParts(address, spans).map((marked, index) => (
        <span
          key={index}
          className={cn(
            marked.part === 'code' && 'font-semibold text-accent',
            marked.part === 'state' && 'font-semibold',
            marked.part === 'state' && (verdict === 'foreign' ? 'text-degraded' : 'text-ok'),
          )}
        >
          {show(marked)}
        </span>
      ))}
    </p>
  );
}
