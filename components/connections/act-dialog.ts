import type { Connection } from '@/contract/connections';

/** What every dialog about one connection is given; it is there while it is open. */
export type ActDialogProps = { connection: Connection; onClose: () => void };
