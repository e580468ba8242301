import type { Verdict } from './judge';

/** What a kind of chaos found: its table, and whether everything that was promised was held. */
export type Report = { rows: [name: string, figure: number | string][]; held: boolean };

/** What is promised whatever was done to the server. */
export function reportOf(verdict: Verdict): Report {
  const { issued, reportedLost, silentlyLost, acknowledgedLost, exchangedTwice, storedTwice, printed } = verdict;
  return {
    rows: [
      ['tokens issued by TikTok', issued],
      ['stored, and open', verdict.stored],
      ['reported as lost in flight', `${reportedLost} (${percent(reportedLost, issued)})`],
      ['lost without a word', silentlyLost],
      ['acknowledged as connected', verdict.acknowledged],
      ['acknowledged and lost', acknowledgedLost],
      ['codes exchanged twice', exchangedTwice],
      ['tokens stored twice', storedTwice],
      ['secrets in the log', printed],
      ['events in an audit that verifies', verdict.auditEvents ?? 'BROKEN'],
    ],
    held:
      silentlyLost + acknowledgedLost + exchangedTwice + storedTwice + printed === 0 && verdict.auditEvents !== null,
  };
}

/** The middle one and the last, in order of size. */
export function middleAndMost(figures: number[], unit: string): string {
  const sorted = figures.toSorted((a, b) => a - b);
  return `${sorted[Math.floor(sorted.length / 2)]} ${unit}, ${sorted.at(-1)} ${unit}`;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
}
