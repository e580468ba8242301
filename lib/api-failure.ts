import { ApiError } from './api-error';

export type ApiFailure = {
  /** Null where no answer came: no network, say. */
  code: string | null;
  /** What exactly our API refused, in a word that has its own wording. */
  reason: string | null;
  /** The field that it is about. */
  field: string | null;
  message: string;
  data: Record<string, unknown>;
};

/** What an error of a query or mutation says, whoever threw it. */
export function readFailure(error: unknown): ApiFailure {
  const data = error instanceof ApiError && isRecord(error.data) ? error.data : {};
  return {
    code: error instanceof ApiError ? error.code : null,
    reason: text(data.reason),
    field: text(data.field),
    message: error instanceof Error ? error.message : String(error),
    data,
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const text = (value: unknown) => (typeof value === 'string' ? value : null);
