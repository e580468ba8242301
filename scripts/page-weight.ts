import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

/**
 * `npm run weight -- '[team]/connections/(list)'`: kilobytes of script, gzipped, that the HTML of a page of the last
 * build loads, old browsers' polyfills left out.
 */
export function pageWeight(page: string): { file: string; kilobytes: number }[] {
  const manifest = JSON.parse(readFileSync('.next/build-manifest.json', 'utf8')) as { rootMainFiles: string[] };
  const file = join('.next/server/app', page, 'page_client-reference-manifest.js');
  if (!existsSync(file)) throw new Error(`No page ${page} in this build. Run npm run build.`);
  const source = readFileSync(file, 'utf8');
  const entries = JSON.parse(/"entryJSFiles":(\{[^}]*\})/.exec(source)?.[1] ?? '{}') as Record<string, string[]>;
  const files = new Set([...manifest.rootMainFiles, ...Object.values(entries).flat()]);
  return [...files]
    .map((name) => ({ file: name, kilobytes: gzipSync(readFileSync(join('.next', name))).length / 1000 }))
    .sort((a, b) => b.kilobytes - a.kilobytes);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const scripts = pageWeight(process.argv[2] ?? '[team]/connections/(list)');
  for (const { file, kilobytes } of scripts) console.log(`${kilobytes.toFixed(1).padStart(7)}  ${file}`);
  console.log(
    `${scripts
      .reduce((sum, { kilobytes }) => sum + kilobytes, 0)
      .toFixed(1)
      .padStart(7)}  kB gzip`,
  );
}
