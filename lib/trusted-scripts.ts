type Rules = { createHTML: (html: string) => string | null; createScriptURL: (url: string) => string | null };
type TrustedTypes = { createPolicy: (name: 'default', rules: Rules) => unknown };

/**
 * What the policy of a page asks for: no text becomes markup but the empty script that React begins one with, and the
 * only scripts to be loaded are those of the build. All other text the browser refuses wherever it could run, whoever of
 * ours or of our libraries hands it over. Text in which no tag begins is not markup: React fills the script of the theme
 * with it where it renders a page anew, as one that is not there.
 */
export function trustOnlyBuiltScripts(): void {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', {
    createHTML: (html) => (html === '<script></script>' || !/<[a-z/!?]/i.test(html) ? html : null),
    createScriptURL: (url) => {
      const { origin, pathname } = new URL(url, window.location.href);
      return origin === window.location.origin && pathname.startsWith('/_next/static/') ? url : null;
    },
  });
}
