'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, type SyntheticEvent, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';
import { cn } from '@/lib/cn';

type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  /** The actions; the one that goes on stands last. */
  footer?: ReactNode;
  /** An alert must be answered: a click beside it does not close it. */
  alert?: boolean;
  /** Nothing closes it while what it started is under way. */
  busy?: boolean;
  size?: 'sm' | 'md' | 'lg';
  children?: ReactNode;
};

const focusable = ':is(input:not([type=hidden]), select, textarea, button):enabled, a[href]';
const widths = { sm: 'w-104', md: 'w-128', lg: 'w-192' };

/** The browser's modal dialog: focus stays inside, Escape closes, focus returns. Its content exists only while open. */
export function Dialog({ open, onClose, busy, ...rest }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const focused = useRef<Element>(null);
  const id = useId();

  // Before it leaves the page: a dialog that is gone gives nobody the focus back.
  useLayoutEffect(() => {
    const dialog = element.current;
    if (!open || !dialog) return;
    dialog.showModal();
    return () => dialog.close();
  }, [open]);

  // What had the focus may have made way for what came of it.
  useEffect(() => {
    if (open && focused.current?.isConnected === false && document.activeElement === document.body)
      element.current?.querySelector<HTMLElement>(focusable)?.focus();
  });

  function ask(event: SyntheticEvent) {
    event.preventDefault();
    if (!busy) onClose();
  }

  const { alert, description, size = 'sm' } = rest;
  return (
    <dialog
      ref={element}
      role={alert ? 'alertdialog' : undefined}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-text` : undefined}
      onFocus={({ target }) => void (focused.current = target)}
      onCancel={(event) => event.target === element.current && ask(event)}
      onClick={(event) => event.target === element.current && !alert && ask(event)}
      className={cn(
        'm-auto max-h-[calc(100dvh-2rem)] max-w-[calc(100vw-1.5rem)] overflow-y-auto rounded-xl border border-line bg-panel text-ink shadow-lift',
        widths[size],
      )}
    >
      {open && <DialogBody id={id} onClose={ask} {...rest} />}
    </dialog>
  );
}

type DialogBodyProps = Omit<DialogProps, 'open' | 'onClose'> & { id: string; onClose: (event: SyntheticEvent) => void };

function DialogBody({ id, onClose, title, description, footer, alert, children }: DialogBodyProps) {
  const t = useTranslations('ui');
  return (
    <div className="relative grid gap-4 p-5">
      <header className={cn('grid gap-1', !alert && 'pe-8')}>
        <h2 id={`${id}-title`} className="text-base font-semibold">
          {title}
        </h2>
        {description && (
          <div id={`${id}-text`} className="text-mute">
            {description}
          </div>
        )}
      </header>
      {children}
      {footer && <footer className="flex flex-wrap justify-end gap-2 pt-1">{footer}</footer>}
      {/* Last, so that opening puts the focus on the first field or action. */}
      {!alert && (
        <div className="absolute top-4 right-4">
          <IconButton size="icon-sm" label={t('close')} icon={<Icon name="x" />} onClick={onClose} />
        </div>
      )}
    </div>
  );
}
