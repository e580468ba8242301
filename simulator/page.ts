import type { ServerResponse } from 'node:http';
import { send } from './http';
import { Html, html } from './html';

const STYLE = new Html(`
  :root { color-scheme: light dark; --line: #8884; --accent: #c9184a; --soft: #8881; }
  * { box-sizing: border-box; }
  body { margin: 0; font: 15px/1.5 system-ui, sans-serif; background: Canvas; color: CanvasText; }
  header { padding: 12px 20px; border-bottom: 1px solid var(--line); font-weight: 600; }
  header small { font-weight: 400; opacity: .75; margin-left: 8px; }
  main { max-width: 560px; margin: 32px auto; padding: 0 20px 48px; }
  main.wide { max-width: 1080px; }
  h1 { font-size: 22px; line-height: 1.3; margin: 0 0 12px; }
  h2 { font-size: 16px; margin: 28px 0 8px; }
  fieldset { border: 1px solid var(--line); border-radius: 8px; margin: 20px 0; padding: 8px 16px 12px; min-width: 0; }
  legend { font-weight: 600; padding: 0 6px; }
  label { display: flex; gap: 10px; align-items: baseline; padding: 4px 0; overflow-wrap: anywhere; }
  .scroll { max-height: 320px; overflow: auto; }
  .scroll h2 { font-size: 13px; margin: 10px 0 2px; opacity: .75; }
  .id { font-family: ui-monospace, monospace; font-size: 12px; opacity: .75; overflow-wrap: anywhere; }
  button { font: inherit; padding: 8px 18px; border-radius: 6px; border: 1px solid var(--line); background: Canvas;
    color: CanvasText; cursor: pointer; }
  button.primary { background: var(--accent); border-color: var(--accent); color: #fff; }
  button.choice { display: block; width: 100%; text-align: left; margin: 8px 0; padding: 12px 16px; }
  button.small { padding: 3px 10px; font-size: 13px; }
  button:hover { filter: brightness(.96); }
  :focus-visible { outline: 3px solid #4c9ffe; outline-offset: 2px; }
  input[type=text], input[type=number], select { font: inherit; padding: 7px 10px; border: 1px solid #888; border-radius: 6px;
    background: Canvas; color: CanvasText; max-width: 100%; }
  .row { display: flex; gap: 10px; flex-wrap: wrap; align-items: center; margin: 12px 0; }
  .note { border-left: 3px solid var(--line); padding: 4px 12px; margin: 16px 0; opacity: .85; }
  input[type=number] { width: 110px; }
  ul.note { padding-left: 28px; }
  .problem { border: 1px solid var(--accent); border-radius: 6px; padding: 8px 14px; margin: 16px 0; }
  .table { overflow-x: auto; }
  table { border-collapse: collapse; width: 100%; font-size: 14px; }
  th, td { text-align: left; padding: 6px 10px 6px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
`);

export function sendPage(
  response: ServerResponse,
  title: string,
  content: Html,
  { status = 200, wide = false }: { status?: number; wide?: boolean } = {},
): void {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · TikTok simulator</title>
        <link rel="icon" href="data:," />
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <header>TikTok for Business <small>simulator</small></header>
        <main class="${wide && 'wide'}">${content}</main>
      </body>
    </html>`;
  send(response, status, page.text, 'text/html; charset=utf-8');
}
