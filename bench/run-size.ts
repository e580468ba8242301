import type { SizeName } from '@/scripts/load/size';
import type { Figure, Line } from './figure';
import { callback } from './figures/callback';
import { csv } from './figures/csv';
import { flow } from './figures/flow';
import { idle } from './figures/idle';
import { key } from './figures/key';
import { count, list, plainList, search } from './figures/list';
import { page } from './figures/page';
import { paging } from './figures/paging';
import { sweep } from './figures/sweep';
import { token } from './figures/token';
import { onStage, type Environment } from './stage';

/** One size, in a process of its own whose environment is the product's too. Sends its lines to its parent. */
const usual: Figure[] = [list, plainList, search, count, paging, token, key, csv, page, idle, callback, flow];
const figures = [...usual, sweep];

const [size, only = ''] = process.argv.slice(2) as [SizeName, string?];
const wanted = only ? figures.filter(({ name }) => only.split(',').includes(name)) : usual;
const lines: Line[] = [];
await onStage(size, process.env as unknown as Environment, async (stage) => {
  for (const { name, measure } of wanted) {
    console.error(`  ${size}: ${name}`);
    // One that cannot be taken says why, and the others are taken all the same.
    lines.push(
      ...(await measure(stage).catch((error: Error) => [
        { what: name, value: null, unit: '' as const, note: error.message },
      ])),
    );
  }
});
process.send?.(lines);
