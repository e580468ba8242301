import * as lucide from 'lucide-react';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { iconNames } from '@/components/ui/icon-names';

const look = 'fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round"';

/** The drawings of all icons, each under its name. What draws them gives the width of the stroke. */
export function drawIcons(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n${iconNames.map(draw).join('\n')}\n</svg>\n`;
}

function draw(name: string): string {
  const component = lucide[pascalCase(name) as 'Sun'];
  if (!component) throw new Error(`Lucide has no icon ${name}.`);
  const drawing = renderToStaticMarkup(createElement(component)).replace(/^<svg[^>]*>|<\/svg>$/g, '');
  return `<symbol id="${name}" viewBox="0 0 24 24" ${look}>${drawing}</symbol>`;
}

const pascalCase = (name: string) => name.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());
