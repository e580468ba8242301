import 'server-only';
import type { Prisma } from '@/server/database/generated/client';

/** Ciphertext and digests: in no answer unless a query names them. A test holds this against the schema. */
export const sealedColumns = {
  installation: { setupCodeHash: true },
  dataKey: { keySealed: true },
  user: { passwordHash: true, totpSealed: true },
  passwordReset: { tokenHash: true },
  recoveryCode: { codeHash: true },
  invitation: { tokenHash: true },
  app: { secretSealed: true, priorSecretSealed: true },
  authorization: { stateHash: true, stateSealed: true, bindingHash: true, codeSealed: true, tokenSealed: true },
  connection: { tokenSealed: true, tokenHash: true },
  alertChannel: { secretSealed: true, priorSecretSealed: true },
  connectLink: { tokenHash: true },
  apiKey: { keyHash: true },
} as const satisfies Prisma.GlobalOmitConfig;
