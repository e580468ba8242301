/** What a colour says; always beside an icon and a word. */
export type Tone = 'ok' | 'degraded' | 'broken' | 'app' | 'neutral' | 'accent';

export const toneText: Record<Tone, string> = {
  ok: 'text-ok',
  degraded: 'text-degraded',
  broken: 'text-broken',
  app: 'text-app',
  neutral: 'text-neutral',
  accent: 'text-accent',
};

export const toneGround: Record<Tone, string> = {
  ok: 'bg-ok-ground',
  degraded: 'bg-degraded-ground',
  broken: 'bg-broken-ground',
  app: 'bg-app-ground',
  neutral: 'bg-neutral-ground',
  accent: 'bg-accent-ground',
};

export const toneEdge: Record<Tone, string> = {
  ok: 'border-s-ok',
  degraded: 'border-s-degraded',
  broken: 'border-s-broken',
  app: 'border-s-app',
  neutral: 'border-s-neutral',
  accent: 'border-s-accent',
};
