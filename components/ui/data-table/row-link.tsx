import { Link } from '@/components/ui/link';

type RowLinkProps = {
  href: string;
  name: string | null;
  /** What stands for a name where there is none. */
  nameless?: string;
};

/** A row's name, as the way to its page. */
export const RowLink = ({ href, name, nameless }: RowLinkProps) => (
  <Link
    href={href}
    prefetch={false}
    dir="auto"
    title={name ?? undefined}
    className="block truncate rounded font-semibold -outline-offset-2 hover:underline max-md:leading-6"
  >
    {name ?? <span className="font-normal text-mute">{nameless}</span>}
  </Link>
);
