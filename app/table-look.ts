import 'server-only';
import { cookies } from 'next/headers';
import { parseTableLook, type TableLook, tableCookie } from '@/lib/table-look';
import { ownCookie } from '@/server/auth/own-cookie';

/** How whoever asks wants the table of that name. */
export async function tableLook(name: string): Promise<TableLook> {
  return parseTableLook((await cookies()).get(ownCookie(tableCookie(name)))?.value);
}
