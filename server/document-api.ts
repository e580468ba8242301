import 'server-only';
import { openApiDocument, operationsOf } from './openapi';

type Operation = ReturnType<typeof operationsOf>[number]['operation'];

/** The OpenAPI document as a page wants it: one flat entry an operation. */
export async function documentApi() {
  const document = await openApiDocument();
  return {
    schemas: document.components?.schemas ?? {},
    operations: operationsOf(document).map(({ method, path, operation }) => ({
      id: operation.operationId ?? `${method} ${path}`,
      method,
      path: `/api/v1${path}`,
      tag: operation.tags?.[0] ?? '',
      summary: operation.summary ?? '',
      description: operation.description,
      permission: (operation as { 'x-permission'?: string })['x-permission'],
      parameters: parametersOf(operation),
      body: contentOf(operation.requestBody),
      answer: answerOf(operation),
    })),
  };
}

function parametersOf({ parameters = [] }: Operation) {
  return parameters.flatMap((parameter) =>
    'name' in parameter
      ? [
          {
            name: parameter.name,
            in: parameter.in,
            required: parameter.required ?? false,
            schema: parameter.schema ?? {},
          },
        ]
      : [],
  );
}

function answerOf({ responses = {} }: Operation) {
  const [status = '200', response] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? [];
  return { status, schema: contentOf(response) };
}

function contentOf(holder: object | undefined) {
  if (!holder || !('content' in holder)) return undefined;
  return (holder.content as Record<string, { schema?: object }>)['application/json']?.schema;
}
