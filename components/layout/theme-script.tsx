import { keepTheme } from '@/components/layout/keep-theme';

/** In the page's first bytes, under its nonce. */
export function ThemeScript({ nonce }: { nonce?: string }) {
  const source = { __html: `(${keepTheme.toString()})()` };
  // eslint-disable-next-line react/no-danger -- a function of ours; as a child React would set it as text, which the policy of a page refuses
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={source} />;
}
