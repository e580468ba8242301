'use client';

import { useTranslations } from 'next-intl';
import { type ComponentProps, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { cn } from '@/lib/cn';

type SecretInputProps = Omit<ComponentProps<'input'>, 'type' | 'defaultValue'> & { stored?: boolean };

/**
 * For app secrets, tokens and passwords: kept from autofill, password managers, spell-check and translation, and never
 * filled in by us. `stored` says that a value exists and that typing replaces it. For a password, say which with
 * `autoComplete` ("current-password", "new-password").
 */
export function SecretInput({ stored, autoComplete = 'off', className, ...rest }: SecretInputProps) {
  const t = useTranslations('ui');
  const [shown, setShown] = useState(false);
  const ours = autoComplete === 'off' && { 'data-1p-ignore': true, 'data-lpignore': 'true', 'data-bwignore': true };

  return (
    <span className="relative flex">
      <Input
        type={shown ? 'text' : 'password'}
        autoComplete={autoComplete}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        translate="no"
        placeholder={stored ? t('stored') : undefined}
        className={cn('pr-9 font-mono placeholder:font-sans', className)}
        {...ours}
        {...rest}
      />
      <span className="absolute top-0.5 right-0.5">
        <IconButton
          size="icon-sm"
          label={shown ? t('hideSecret') : t('showSecret')}
          icon={shown ? <Icon name="eye-off" /> : <Icon name="eye" />}
          onClick={() => setShown(!shown)}
        />
      </span>
    </span>
  );
}
