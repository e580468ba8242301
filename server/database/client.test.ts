import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sealedColumns } from '@/server/database/sealed-columns';
import { db, newTeam } from '@/test/database';

describe('db', () => {
  it('lets one of 50 conditional updates win', async () => {
    const { id } = await newTeam('before');
    const updates = Array.from({ length: 50 }, () =>
      db.team.updateMany({ where: { id, name: 'before' }, data: { name: 'after' } }),
    );
    const counts = (await Promise.all(updates)).map(({ count }) => count);
    expect(counts.reduce((sum, count) => sum + count)).toBe(1);
  });

  it('keeps 30 parallel transactions whole', async () => {
    const { id } = await newTeam();
    const increment = () =>
      db.$transaction(async (tx) => {
        await tx.$executeRaw`SELECT 1 FROM "Team" WHERE "id" = ${id}::uuid FOR UPDATE`;
        const { sequence } = await tx.auditEnd.findUniqueOrThrow({ where: { teamId: id } });
        await tx.auditEnd.update({ where: { teamId: id }, data: { sequence: sequence + 1n } });
      });
    await Promise.all(Array.from({ length: 30 }, increment));
    expect((await db.auditEnd.findUniqueOrThrow({ where: { teamId: id } })).sequence).toBe(30n);
  });

  it('leaves nothing of a transaction that throws', async () => {
    const { id } = await newTeam('before');
    const failing = db.$transaction(async (tx) => {
      await tx.team.update({ where: { id }, data: { name: 'after' } });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect((await db.team.findUniqueOrThrow({ where: { id } })).name).toBe('before');
  });

  it('answers every query with its own answer, however long they are', async () => {
    const long = 'x'.repeat(200_000);
    const ask = async (index: number) => {
      const text = index % 2 ? `${long}${index}` : `short ${index}`;
      const rows =
        index % 2 ? await db.$queryRaw`SELECT ${text} AS a` : await db.$queryRaw`SELECT 1 AS n, ${text} AS a`;
      expect(rows).toEqual([index % 2 ? { a: text } : { n: 1, a: text }]);
    };
    await Promise.all(Array.from({ length: 60 }, (_, index) => ask(index)));
  });

  it('refuses undefined where a filter is meant', async () => {
    await expect(db.team.findFirst({ where: { slug: undefined as never } })).rejects.toThrow();
  });

  it('omits every column that the schema calls sealed or a hash', () => {
    const schema = readFileSync('prisma/schema.prisma', 'utf8');
    const found = [...schema.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)].flatMap(([, model = '', body = '']) =>
      [...body.matchAll(/^ +(\w+(?:Sealed|Hash)) /gm)].map(([, column]) => `${model}.${column}`),
    );
    const omitted = Object.entries(sealedColumns).flatMap(([model, columns]) =>
      Object.keys(columns).map((column) => `${model[0]!.toUpperCase()}${model.slice(1)}.${column}`),
    );
    expect(omitted.sort()).toEqual(found.sort());
  });
});
