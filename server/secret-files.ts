import 'server-only';
import { readFileSync } from 'node:fs';

/** What nobody should read in the list of a process's variables: each may come from a file, named by `…_FILE`. */
const secrets = [
  'DATABASE_URL',
  'MIGRATE_DATABASE_URL',
  'ENCRYPTION_KEYS',
  'AUTH_SECRET',
  'OWNER_PASSWORD',
  'OIDC_CLIENT_SECRET',
  'SMTP_URL',
  'METRICS_TOKEN',
  'BACKUP_PASSPHRASE',
] as const;

type Source = Record<string, string | undefined>;
type Problem = { path: string[]; message: string };

/**
 * The variables, with those secrets put in that a secrets manager, Docker or Kubernetes keeps in a file. A secret that
 * is given twice is refused: nobody could say which is meant.
 */
export function withSecretFiles(source: Source): { given: Source; problems: Problem[] } {
  const problems: Problem[] = [];
  const given = { ...source };
  for (const name of secrets) {
    const variable = `${name}_FILE`;
    const file = source[variable];
    if (!file) continue;
    try {
      if (source[name]) throw new Error(`stands beside ${name}; give one of the two`);
      given[name] = contentOf(file);
    } catch (error) {
      problems.push({ path: [variable], message: (error as Error).message });
    }
  }
  return { given, problems };
}

function contentOf(file: string): string {
  const content = textOf(file).trim();
  if (!content) throw new Error(`${file} is empty`);
  return content;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`${file} cannot be read (${(error as NodeJS.ErrnoException).code})`, { cause: error });
  }
}
