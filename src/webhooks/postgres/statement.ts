import type { PostgresClient } from './client.ts';

/** What a serializable transaction or a deadlock was given up with: the same statement may pass the next time. */
const passing = ['40001', '40P01'];
const mostTries = 20;

/**
 * Runs a statement that may be run again. Where transactions are serializable by default, statements that meet
 * are refused, though each is whole in itself.
 */
export async function runStatement(
  client: PostgresClient,
  text: string,
  values: unknown[],
): Promise<unknown[]> {
  let first: unknown;
  for (let tries = 1; ; tries++) {
    try {
      return (await client.query(text, values)).rows;
    } catch (error) {
      first ??= error;
      const code = (error as { code?: unknown } | undefined)?.code;
      // In a transaction of the caller's all that follows fails, for no reason but the first.
      if (!passing.includes(String(code)) || tries === mostTries) throw first;
    }
  }
}
