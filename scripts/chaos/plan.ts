import type { SizeName } from '@/scripts/load/size';

/** How much chaos: the same seed does the same at the same moments. */
export type Plan = {
  cycles: number;
  /** Authorizations a cycle; with `instances`, all of them. */
  callbacks: number;
  /** With `instances`: so many callbacks at once for each authorization. */
  parallel: number;
  seed: number;
  /** With `memory`: megabytes that a server may keep. */
  heapMb: number;
  /** With `rotation` and `busy`: of the reference load. */
  size: SizeName;
  onCycle: (line: string) => void;
  /** Aborted: the cycle under way is the last one, and what was done is judged. */
  enough: AbortSignal;
};
