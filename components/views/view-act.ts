import type { View } from '@/contract/views';

/** What is about to be done with a view. */
export type ViewAct = { kind: 'rename' | 'remove'; view: View };
