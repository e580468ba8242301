import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditActions, auditPrefixes } from '@/contract/audit-words';
import { type AuditWord, isChosen, toggleAction, toggleGroup } from './toggle-action';

const chosenOf = (words: AuditWord[]) => auditActions.filter((action) => isChosen(words, action));

test('ticking actions one by one, or by the group, is the same as ticking a list', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...auditActions, ...auditPrefixes)), (pressed) => {
      let words: AuditWord[] = [];
      const ticked = new Set<string>();
      for (const word of pressed) {
        const prefix = auditPrefixes.find((known) => known === word);
        if (!prefix) {
          words = toggleAction(words, word as (typeof auditActions)[number]);
          if (!ticked.delete(word)) ticked.add(word);
          continue;
        }
        const group = auditActions.filter((action) => action.startsWith(prefix));
        const all = group.every((action) => ticked.has(action));
        words = toggleGroup(words, prefix);
        for (const action of group)
          if (all) ticked.delete(action);
          else ticked.add(action);
      }
      expect(new Set(chosenOf(words))).toEqual(ticked);
      expect(words.length).toBe(new Set(words).size);
    }),
  );
});

test('a group that is ticked whole is one word, and one without it the others', () => {
  const [first, ...rest] = auditActions.filter((action) => action.startsWith('session.'));
  expect(toggleGroup([first!, 'app.changed'], 'session.')).toEqual(['app.changed', 'session.']);
  expect(toggleAction(['session.'], first!)).toEqual(rest);
  expect(toggleAction(rest, first!)).toEqual(['session.']);
});
