'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { auditActions, auditObjectKinds, type AuditPrefix, auditPrefixes } from '@/contract/audit-words';

/** `connection.` → `connection`, which names the wording of all that begins so. */
const groupOf = <Prefix extends AuditPrefix>(prefix: Prefix) =>
  prefix.slice(0, -1) as Prefix extends `${infer Group}.` ? Group : never;

/** An action in words; one that a newer version recorded, as it stands. A prefix is everything that begins with it. */
export function useActionWording() {
  const t = useTranslations('audit');
  return useCallback(
    (word: string): string => {
      const action = auditActions.find((known) => known === word);
      if (action) return t(`action.${action}`);
      const prefix = auditPrefixes.find((known) => known === word);
      return prefix ? t(`group.${groupOf(prefix)}`) : word;
    },
    [t],
  );
}

/** A kind of object in a word. */
export function useKindWording() {
  const t = useTranslations('audit');
  return (kind: string): string => {
    const known = auditObjectKinds.find((word) => word === kind);
    return known ? t(`kind.${known}`) : kind;
  };
}
