import { z, type ZodType } from 'zod';

/** A control request that cannot be done; it goes out as `{ code, message }`. */
export class ControlError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

export function parseControl<Output>(schema: ZodType<Output>, body: string): Output {
  const result = schema.safeParse(jsonOf(body));
  if (!result.success) throw new ControlError('invalid_request', z.prettifyError(result.error));
  return result.data;
}

function jsonOf(body: string): unknown {
  if (!body.trim()) return {};
  try {
    return JSON.parse(body);
  } catch {
    throw new ControlError('invalid_request', 'The body is not JSON.');
  }
}
