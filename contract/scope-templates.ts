import { hasScope } from './scope-tree';

export type ScopeTemplate = { id: string; en: string; ja: string; needs: readonly string[] };

/** What a connection is for, and the permissions that takes. One above a needed one will do: 4 holds 44. */
export const scopeTemplates = [
  { id: 'reporting', en: 'Reporting', ja: 'レポート', needs: ['100', '44'] },
  { id: 'ads', en: 'Ads management', ja: '広告管理', needs: ['100', '20', '21', '22'] },
  { id: 'audiences', en: 'Audiences', ja: 'オーディエンス', needs: ['100', '30', '31'] },
  { id: 'creative', en: 'Creative', ja: 'クリエイティブ', needs: ['100', '60', '61'] },
  { id: 'catalog', en: 'Catalog', ja: 'カタログ', needs: ['100', '90', '91'] },
  { id: 'pixel', en: 'Pixel', ja: 'ピクセル', needs: ['100', '800', '801'] },
] as const satisfies readonly ScopeTemplate[];

/** The permissions that a purpose takes and these granted ids lack. */
export function missingFor(granted: readonly string[], { needs }: Pick<ScopeTemplate, 'needs'>): string[] {
  return needs.filter((id) => !hasScope(granted, id));
}

export type ScopeFit = { template: ScopeTemplate; fits: boolean; lacks: string[] };

/** How these granted ids do for every purpose. */
export function scopeFits(granted: readonly string[]): ScopeFit[] {
  return scopeTemplates.map((template) => {
    const lacks = missingFor(granted, template);
    return { template, fits: lacks.length === 0, lacks };
  });
}
