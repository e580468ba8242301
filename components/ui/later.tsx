import { type ComponentType, createElement, lazy, Suspense } from 'react';

/**
 * A part whose code comes when it is first shown, as a dialog's or a panel's; until then nothing stands there. What opens
 * it takes `near`: the code is then on its way before the press.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const Part = lazy(async () => ({ default: await load() })) as ComponentType<Props>;
  // What could not be fetched is fetched again, and fails where it is seen, when it is shown.
  const fetchPart = () => void load().catch(() => {});
  const Later = (props: Props) => <Suspense>{createElement(Part, props)}</Suspense>;
  return Object.assign(Later, { near: { onPointerEnter: fetchPart, onFocus: fetchPart } });
}

export type Near = ReturnType<typeof later>['near'];
