'use client';

import { useEffect, useState } from 'react';
import { type KeyDraft, takeDraft } from '@/components/keys/create/key-draft';
import { forgetForms } from '@/lib/kept-form';
import { useSession } from '@/lib/session';

/** Whether a key is being made; it still is, for who comes back from proving who they are. */
export function useMaking() {
  const { person, team } = useSession();
  const [making, setMaking] = useState<{ kept: KeyDraft | null } | null>(null);

  useEffect(() => {
    const goOn = () => {
      const kept = takeDraft({ person, team });
      setMaking((already) => (kept ? { kept } : already));
    };
    goOn();
  }, [person, team]);

  function stop() {
    forgetForms();
    setMaking(null);
  }
  return { making, start: () => setMaking({ kept: null }), stop };
}
