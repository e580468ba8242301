import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { AuditVerification } from '@/contract/audit';
import { useApi } from '@/lib/api';

/** Has the audit followed to its end, a part at a time, and tells how far it is. */
export function useVerification() {
  const api = useApi();
  const [sofar, setSofar] = useState<AuditVerification | null>(null);
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: async (signal: AbortSignal) => {
      setSofar(null);
      let [after, uncovered] = ['0', '0'];
      for (;;) {
        const part = await api.audit.verify.call({ after }, { signal });
        // Only the first parts know of events older than the chain.
        if (part.uncovered !== '0') uncovered = part.uncovered;
        const all = { ...part, uncovered };
        setSofar(all);
        if (part.done) return all;
        after = part.upTo;
      }
    },
  });
  return { verify: mutate, sofar, verified: data, error: isPending ? null : error };
}
