import { LoaderCircle } from 'lucide-react';

/** Only inside a button that was pressed; what is loading has a skeleton. */
export const Spinner = () => <LoaderCircle aria-hidden className="size-4 animate-spin" />;
