import { trustOnlyBuiltScripts } from '@/lib/trusted-scripts';

/**
 * Before anything of ours runs in a browser: zod would try whether it may compile code, which the page's policy
 * forbids, and every try would be a breach of it.
 */
(globalThis as { __zod_globalConfig?: { jitless: boolean } }).__zod_globalConfig = { jitless: true };
trustOnlyBuiltScripts();
