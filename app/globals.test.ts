import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./globals.css', import.meta.url), 'utf8');

function tokens(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? '';
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]));
}

function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['paper', 'panel', 'sunken', 'hover', 'accent-ground'];
const text = ['ink', 'mute', 'accent', 'ok', 'degraded', 'broken', 'app', 'neutral'];
const states = ['accent', 'ok', 'degraded', 'broken', 'app', 'neutral'];
const pairs: [ink: string, ground: string, atLeast: number][] = [
  ...text.flatMap((ink) => grounds.map((ground): [string, string, number] => [ink, ground, 4.5])),
  ...states.map((state): [string, string, number] => [state, `${state}-ground`, 4.5]),
  ...['paper', 'panel'].map((ground): [string, string, number] => ['edge', ground, 3]),
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-strong', 4.5],
  ['on-broken', 'broken', 4.5],
  ['on-broken', 'broken-strong', 4.5],
];

describe.each([
  ['light', ':root'],
  ['dark', '.dark'],
])('the %s theme', (_, selector) => {
  const color = tokens(selector);

  it.each(pairs)('%s on %s reads at %d : 1 or better', (ink, ground, atLeast) => {
    expect(contrast(color[ink] ?? '', color[ground] ?? '')).toBeGreaterThanOrEqual(atLeast);
  });
});
