import type { Member } from '@/contract/members';

export type ActKind = 'role' | 'handOver' | 'part';
export type MemberAct = { kind: ActKind; member: Member };
export type MemberDialogProps = { member: Member; onClose: () => void };
