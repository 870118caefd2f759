import type { CommonFlags } from '../../common-flags.ts';
import { Output } from '../../output/output.ts';
import { paint } from '../../output/paint.ts';
import { shown } from '../../output/value.ts';
import { writeLine } from '../../output/write.ts';
import { milliseconds } from '../../wait.ts';
import { openTrainClient } from './client.ts';

export interface FollowFlags extends CommonFlags {
  cursor?: string;
  timeout?: string;
}

/** Prints the feed for ever, or for as long as was asked for. */
export async function followUpdates(flags: FollowFlags): Promise<void> {
  const output = await Output.of(flags);
  const timeoutMs = milliseconds('timeout', flags.timeout);
  const { updates } = await openTrainClient(flags);
  const signal = timeoutMs === undefined ? undefined : AbortSignal.timeout(timeoutMs);
  try {
    for await (const event of updates.stream({ cursor: flags.cursor, signal })) {
      if (output.forPrograms) await output.line(event);
      else
        await writeLine(
          [
            shown(event.createdAt),
            shown(event.id),
            paint('bold', shown(event.type)),
            shown(event.data),
          ].join('  '),
        );
    }
  } catch (error) {
    // The time that was asked for is over: that is how it was to end.
    if (error !== signal?.reason) throw error;
  }
}
