import { Client, SSEClientTransport } from '@modelcontextprotocol/client';

/** Where the official client is to connect, and how. */
export interface Connecting {
  url: string;
  /** Sent in the header. */
  apiKey?: string | undefined;
  fetch?: typeof globalThis.fetch | undefined;
}

/** The official client over HTTP+SSE, connected. */
export async function connectSse({ url, apiKey, fetch }: Connecting): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  const transport = new SSEClientTransport(new URL(url), {
    ...(fetch && { fetch: (input, init) => fetch(input, init) }),
    ...(apiKey && { requestInit: { headers: { Authorization: `Bearer ${apiKey}` } } }),
  });
  await client.connect(transport);
  return client;
}

/** The JSON that a tool answered as text. */
export function answerOf(result: Record<string, unknown>): unknown {
  const [block] = result.content as { type: string; text: string }[];
  return JSON.parse(block?.text ?? '');
}
