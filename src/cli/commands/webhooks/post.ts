/** What a receiver made of a delivery. */
export interface Posted {
  readonly status: number | null;
  readonly durationMs: number;
  /** Why there was no answer. */
  readonly problem?: string;
}

const timeoutMs = 10_000;

/** Posts a delivery and waits as long as the platform would. */
export async function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<Posted> {
  const start = performance.now();
  const taken = () => Math.round(performance.now() - start);
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      signal,
      redirect: 'manual',
    });
    await response.arrayBuffer();
    return { status: response.status, durationMs: taken() };
  } catch (error) {
    const { cause, name } = error as { cause?: { code?: string }; name?: string };
    const problem =
      name === 'TimeoutError' ? 'no answer within 10 s' : (cause?.code ?? 'no answer');
    return { status: null, durationMs: taken(), problem };
  }
}

/** Whether the platform would count it as delivered. */
export const isTaken = ({ status }: Posted) => status !== null && status >= 200 && status < 300;

/** `200 in 12 ms` */
export const spell = ({ status, durationMs, problem }: Posted) =>
  `${status ?? problem} in ${durationMs} ms`;
