import type { Stage } from './stage';

/** One line of the table. `floor` is the same work done bare, in the same run and unit. */
export type Line = {
  what: string;
  value: number | null;
  unit: '/s' | 'ms' | 's' | 'MB' | 'kB' | '×' | '' | '%';
  target?: { atLeast?: number; atMost?: number };
  floor?: number;
  /** Why there is no value, or what else is to be known. */
  note?: string;
};

export type Figure = { name: string; measure(stage: Stage): Promise<Line[]> };
