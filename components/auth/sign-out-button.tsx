'use client';

import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { signOut } from '@/lib/sign-out';

export function SignOutButton({ children }: { children: ReactNode }) {
  return <Button onClick={() => void signOut()}>{children}</Button>;
}
