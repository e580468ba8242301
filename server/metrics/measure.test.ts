import { afterAll, expect, it } from 'vitest';
import { env } from '@/server/env';
import { boss, stopJobs } from '@/server/jobs/boss';
import { forget, shared } from '@/server/shared';
import { failure } from '@/server/tiktok/failure';
import { createAppRow, createConnectionRow, createTeam } from '@/test/factories';
import { counted } from './counted';
import { mayScrape } from './may-scrape';
import { measure } from './measure';
import { observeRequests, type AnsweredRequest } from './observe-request';

afterAll(stopJobs);

const valueOf = (text: string, line: string) =>
  Number(
    text
      .split('\n')
      .find((one) => one.startsWith(`${line} `))
      ?.slice(line.length + 1) ?? NaN,
  );

it('tells requests, TikTok, jobs, connections, pool and disk, and nobody’s name or id', async () => {
  await boss();
  const team = await createTeam();
  const app = await createAppRow(team);
  const connection = await createConnectionRow(team, app, { state: 'app_problem' });
  observeRequests();
  shared<(answer: AnsweredRequest) => void>(
    'observe',
    () => () => undefined,
  )({
    route: 'api',
    method: 'GET',
    status: 404,
    seconds: 0.02,
  });
  failure('revoke', 'timeout');
  const jobs = counted({
    'connection.inspect': async (input: { fails: boolean }) => {
      if (input.fails) throw new Error('no');
    },
  });
  await jobs['connection.inspect']({ fails: false });
  await expect(jobs['connection.inspect']({ fails: true })).rejects.toThrow('no');
  forget('measured');

  const text = await measure();
  expect(valueOf(text, 'grantboard_http_request_seconds_count{route="api",method="GET",status="4xx"}')).toBe(1);
  expect(valueOf(text, 'grantboard_tiktok_answers_total{endpoint="revoke",key="timeout"}')).toBe(1);
  expect(valueOf(text, 'grantboard_jobs_total{queue="connection.inspect",ending="done"}')).toBe(1);
  expect(valueOf(text, 'grantboard_jobs_total{queue="connection.inspect",ending="failed"}')).toBe(1);
  expect(valueOf(text, 'grantboard_connections{state="app_problem"}')).toBeGreaterThanOrEqual(1);
  expect(valueOf(text, 'grantboard_database_connections{use="open"}')).toBeGreaterThanOrEqual(1);
  expect(valueOf(text, 'grantboard_data_dir_free_bytes')).toBeGreaterThan(0);
  for (const secret of [team.id, team.name, team.slug, app.id, app.appId!, app.name, connection.id, connection.name])
    expect(text).not.toContain(secret);
});

it('asks the database no more than once in ten seconds', async () => {
  const team = await createTeam();
  const healthy = async () => valueOf(await measure(), 'grantboard_connections{state="revoked"}');
  const before = await healthy();
  await createConnectionRow(team, await createAppRow(team), { state: 'revoked' });
  expect(await healthy()).toEqual(before);
});

it.each([
  [undefined, { 'x-local': '1' }, true],
  [undefined, { 'x-local': '' }, false],
  [undefined, {}, false],
  ['a-token-of-the-operator', { 'x-local': '1' }, false],
  ['a-token-of-the-operator', { authorization: 'Bearer a-token-of-the-operator' }, true],
  ['a-token-of-the-operator', { authorization: 'Bearer a-token-of-the-operato' }, false],
  ['a-token-of-the-operator', { authorization: '' }, false],
])('with the token %j, headers %j are let in: %s', (token, headers, expected) => {
  Object.assign(env(), { METRICS_TOKEN: token });
  expect(mayScrape(new Headers(headers as Record<string, string>))).toBe(expected);
  Object.assign(env(), { METRICS_TOKEN: undefined });
});
