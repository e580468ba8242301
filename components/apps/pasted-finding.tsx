import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

type PastedFindingProps = {
  agrees: boolean;
  agreed?: string;
  differing: string;
  /** The button that makes it agree. */
  action?: string;
  onTake?: () => void;
};

/** One thing that was read out of a pasted address, held against the form. */
export function PastedFinding({ agrees, agreed, differing, action, onTake }: PastedFindingProps) {
  const icon = agrees ? 'circle-check' : 'triangle-alert';
  return (
    <li className="flex flex-wrap items-center gap-2">
      <span className="flex min-w-0 flex-1 basis-48 gap-1.5">
        <Icon name={icon} className={`mt-0.5 size-4 ${agrees ? 'text-ok' : 'text-degraded'}`} />
        <span className="min-w-0 break-words">{agrees ? agreed : differing}</span>
      </span>
      {!agrees && action && (
        <Button size="sm" onClick={onTake}>
          {action}
        </Button>
      )}
    </li>
  );
}
