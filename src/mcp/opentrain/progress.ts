import type { Clock } from '../../core/clock.ts';
import type { ToolCall } from '../serving/offer.ts';

/** Clients give up on a call after a minute in which they hear nothing. */
const everySeconds = 10;

/** Tells the client, where it asked for it, how long a wait has lasted, until stopped. */
export function reportProgress(
  { context }: ToolCall,
  clock: Clock,
  totalSeconds: number,
): { stop(): void } {
  const stopped = new AbortController();
  const { mcpReq } = context;
  const progressToken = mcpReq._meta?.progressToken;
  const report = async (since: number) => {
    for (;;) {
      const progress = Math.round((clock.now() - since) / 1000);
      await mcpReq.notify({
        method: 'notifications/progress',
        params: {
          ...{ progressToken, progress, total: totalSeconds },
          message: 'Waiting for a human to decide.',
        },
      });
      await clock.sleep(everySeconds * 1000, stopped.signal);
    }
  };
  // It ends when stopped, or when the client can't be told any more.
  if (progressToken !== undefined) report(clock.now()).catch(() => {});
  return { stop: () => stopped.abort() };
}
