import { beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { forgetForms, keepForm, takeForm } from './kept-form';

const shape = z.object({ name: z.string() });
const owner = { person: { id: 'hanako' }, team: { id: 'aoyama' } };
const form = { name: '夜間レポート' };

/** As a browser’s: what is kept are its own properties. */
class Storage {
  [name: string]: unknown;
  getItem(name: string) {
    return Object.hasOwn(this, name) ? this[name] : null;
  }
  setItem(name: string, value: string) {
    this[name] = value;
  }
  removeItem(name: string) {
    delete this[name];
  }
}

beforeEach(() => {
  vi.useRealTimers();
  vi.stubGlobal('sessionStorage', new Storage());
});

test('what was kept is given back once', () => {
  keepForm('key', owner, form);
  expect(takeForm('other', owner, shape)).toBeNull();
  expect(takeForm('key', owner, shape)).toEqual(form);
  expect(takeForm('key', owner, shape)).toBeNull();
});

test.each([
  ['person', { ...owner, person: { id: 'taro' } }],
  ['team', { ...owner, team: { id: 'shibuya' } }],
])('another %s is not shown it, and nobody is afterwards', (_, other) => {
  keepForm('key', owner, form);
  expect(takeForm('key', other, shape)).toBeNull();
  expect(takeForm('key', owner, shape)).toBeNull();
});

test('it is kept for a quarter of an hour', () => {
  vi.useFakeTimers();
  keepForm('key', owner, form);
  vi.advanceTimersByTime(15 * 60_000 + 1);
  expect(takeForm('key', owner, shape)).toBeNull();
});

test.each(['no JSON', '{}', 'null', '{"owner":"hanako aoyama","at":9e15,"form":{"name":7}}'])(
  'what somebody else wrote there is nothing: %s',
  (text) => {
    sessionStorage.setItem('form:key', text);
    expect(takeForm('key', owner, shape)).toBeNull();
  },
);

test('forgetting leaves what is no form', () => {
  keepForm('key', owner, form);
  sessionStorage.setItem('invitation', 'token');
  forgetForms();
  expect(takeForm('key', owner, shape)).toBeNull();
  expect(sessionStorage.getItem('invitation')).toBe('token');
});

test('a browser that keeps nothing is none the worse', () => {
  vi.stubGlobal('sessionStorage', undefined);
  keepForm('key', owner, form);
  forgetForms();
  expect(takeForm('key', owner, shape)).toBeNull();
});
