import type { Figure } from '../figure';
import { floorOf } from '../floor/of-reads';
import { residentMegabytes } from './idle';

/** A file of everything that matches; how much more memory the server needs at its worst while it is read. */
export const csv: Figure = {
  name: 'csv',
  async measure(stage) {
    await stage.restart();
    const download = async () => {
      const answer = await fetch(`${stage.appUrl}/api/v1/connections.csv`, { headers: stage.headers });
      if (!answer.ok) throw new Error(`The file was refused: ${answer.status} ${await answer.text()}`);
      return (await answer.text()).trimEnd().split('\r\n').length - 1;
    };
    await fetch(`${stage.appUrl}/api/v1/connections`, { headers: stage.headers }).then((answer) => answer.text());
    const before = residentMegabytes(stage.product.pid!);
    const startedAt = performance.now();
    const rows = await download();
    const seconds = (performance.now() - startedAt) / 1000;
    const more = residentMegabytes(stage.product.pid!, 'VmHWM') - before;
    const floor = await floorOf(stage, ['/api/v1/connections.csv'], { atOnce: 1 });
    return [
      {
        what: 'CSV, per 10,000 rows',
        value: (seconds * 10_000) / rows,
        unit: 's',
        target: { atMost: 3 },
        note: `${rows} rows`,
        floor: 10_000 / rows / floor.perSecond,
      },
      // Of more rows it may grow with them.
      { what: 'CSV, more memory at its worst', value: more, unit: 'MB', target: { atMost: rows / 200 } },
    ];
  },
};
