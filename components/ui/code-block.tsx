import { CopyButton } from '@/components/ui/copy-button';

/** Text to copy whole, such as a cURL call; long lines break. */
export function CodeBlock({ text, label }: { text: string; label: string }) {
  return (
    <figure className="relative rounded-lg border bg-sunken" aria-label={label}>
      <pre
        tabIndex={0}
        translate="no"
        className="max-h-80 overflow-auto p-3 pe-24 font-mono text-xs break-all whitespace-pre-wrap"
      >
        {text}
      </pre>
      <span className="absolute top-2 right-2">
        <CopyButton text={text} size="sm" />
      </span>
    </figure>
  );
}
