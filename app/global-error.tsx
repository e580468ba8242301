'use client';

import './globals.css';

/** The last resort, when even the layout failed: no language is known, so it speaks both. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <title>Grantboard</title>
        <main className="mx-auto grid max-w-sm justify-items-start gap-3 px-4 pt-[15vh]">
          <h1 className="text-xl font-semibold">Grantboard failed to load</h1>
          <p className="text-mute">The fault is on our side and has been logged. Nothing was changed.</p>
          <div lang="ja">
            <p className="font-semibold">Grantboard を読み込めませんでした</p>
            <p className="text-mute">こちら側の問題で、記録済みです。変更は行われていません。</p>
          </div>
          {error.digest && <code className="font-mono text-xs text-mute">{error.digest}</code>}
          {/* A plain link: this page is made at build time, and no script of it may run. */}
          <a href="" className="rounded-lg bg-accent px-3 py-1.5 font-medium text-on-accent">
            Try again · <span lang="ja">再試行</span>
          </a>
        </main>
      </body>
    </html>
  );
}
