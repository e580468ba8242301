import { expect, it } from 'vitest';
import { sameQuery } from './view-query';

it.each([
  ['connections', 'state=healthy&q=x', 'q=x&state=healthy', true],
  ['connections', 'q=x&sort=state', 'q=x', true],
  ['connections', 'q=x&sort=name', 'q=x', false],
  ['advertisers', 'sort=name', '', true],
  ['audit', 'action=app.&at=400&event=7', 'action=app.&sort=-at', true],
  ['apps', 'q=x', 'q=y', false],
] as const)('of %s, %j and %j are the same: %s', (noun, one, other, same) => {
  expect(sameQuery(noun, one, other)).toBe(same);
  expect(sameQuery(noun, other, one)).toBe(same);
});
