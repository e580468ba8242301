import type { Connection } from '@/contract/connections';

/** What every dialog about one connection is given. */
export type ActDialogProps = { connection: Connection; open: boolean; onClose: () => void };
