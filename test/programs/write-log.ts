import { log } from '@/server/log';

/** Logs what anybody could make it log, a line each. */
const hostile = [
  'two\r\nlines {"level":60,"msg":"forged"}',
  '\u001b[2J\u001b[31mred\u001b]0;title\u0007',
  'nul \0 bell \u0007 backspace \b',
  'separators \u2028 \u2029 \u0085',
  'bidi \u202e gnp',
  '\ud800 alone',
];
for (const text of hostile) log.info({ name: text, list: [text] }, text);
for (const text of hostile) log.error({ err: new Error(text) }, 'failed');
log.info({
  password: 'planted-secret',
  nested: { accessToken: 'planted-secret' },
  url: 'https://x/?secret=planted-secret',
});
