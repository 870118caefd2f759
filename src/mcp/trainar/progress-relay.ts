import type { ServerContext } from '@modelcontextprotocol/server';

interface Relayed {
  /** To be sent with the call, so that the upstream reports. */
  params: { _meta?: { progressToken: number } };
  close(): void;
}

/** Hands reports of progress from the upstream to whoever asked for them, under the token that they gave. */
export class ProgressRelay {
  readonly #open = new Map<number, (report: Record<string, unknown>) => void>();
  #last = 0;

  open({ mcpReq }: ServerContext): Relayed {
    const progressToken = mcpReq._meta?.progressToken;
    if (progressToken === undefined) return { params: {}, close() {} };
    const own = ++this.#last;
    this.#open.set(own, (report) => {
      const params = { ...report, progress: Number(report.progress), progressToken };
      mcpReq.notify({ method: 'notifications/progress', params }).catch(() => {});
    });
    return {
      params: { _meta: { progressToken: own } },
      close: () => this.#open.delete(own),
    };
  }

  /** Takes a report of the upstream. */
  take(params: unknown): void {
    const report = Object(params) as Record<string, unknown>;
    this.#open.get(report.progressToken as number)?.(report);
  }
}
