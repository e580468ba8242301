import 'server-only';

/** First and last three characters, as TikTok's own portal shows a secret; nothing of one too short to hide the rest. */
export function hintOf(secret: string): string {
  return secret.length < 12 ? '•••' : `${secret.slice(0, 3)}•••${secret.slice(-3)}`;
}
