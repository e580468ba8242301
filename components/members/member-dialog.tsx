'use client';

import { HandOverDialog } from '@/components/members/hand-over-dialog';
import type { MemberAct } from '@/components/members/member-act';
import { PartingDialog } from '@/components/members/parting-dialog';
import { RoleDialog } from '@/components/members/role-dialog';

const dialogs = { role: RoleDialog, handOver: HandOverDialog, part: PartingDialog };

export function MemberDialog({ kind, ...rest }: MemberAct & { onClose: () => void }) {
  const Dialog = dialogs[kind];
  return <Dialog {...rest} />;
}
