import { receiver } from './receiver.ts';

/** What is read of the event of a function URL; an HTTP API's (format 2.0) is the same. */
interface FunctionUrlEvent {
  requestContext: { http: { method: string } };
  headers: Record<string, string>;
  body?: string;
  isBase64Encoded: boolean;
}

export async function handler(event: FunctionUrlEvent) {
  const { requestContext, headers, body = '', isBase64Encoded } = event;
  const { method } = requestContext.http;
  const request = new Request('https://lambda.invalid/hooks', {
    method,
    headers,
    body: method === 'POST' ? Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8') : null,
  });
  const response = await receiver(request);
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  };
}
