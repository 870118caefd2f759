// Taken when the module loads, so that fake timers put in later don't stop it.
const { setTimeout, clearTimeout } = globalThis;

const everyMs = 200;
const encoder = new TextEncoder();

/**
 * Tells an open page, by server-sent events, that there is something new to see. It looks in place of
 * being told, so that nothing else has to know that somebody watches; it stops when they leave.
 *
 * @param version another text after anything that a page may show has changed.
 */
export function live(version: () => string): Response {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let seen = version();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const look = () => {
        const now = version();
        if (now !== seen) send('event: change\ndata:\n\n');
        seen = now;
        timer = setTimeout(look, everyMs);
        (timer as { unref?: () => void }).unref?.();
      };
      send('retry: 1000\n\n');
      look();
    },
    cancel() {
      clearTimeout(timer);
    },
  });
  const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store' };
  return new Response(body, { headers });
}
