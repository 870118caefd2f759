import { createParser, type EventSourceMessage } from 'eventsource-parser';

/** The stream holds an event that is larger than what is to be read. */
export class EventTooLarge extends Error {}

/**
 * Reads the events of a body, one after the other, until it ends.
 *
 * @param maxBytes largest event
 * @throws EventTooLarge, or what the body itself fails with
 */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  maxBytes: number,
  onEvent: (event: EventSourceMessage) => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let tooLarge = false;
  const parser = createParser({
    onEvent,
    maxBufferSize: maxBytes,
    onError({ type }) {
      // Fields that nobody knows are passed over, as the standard has it.
      if (type === 'max-buffer-size-exceeded') tooLarge = true;
    },
  });
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      parser.feed(decoder.decode(value, { stream: true }));
      if (tooLarge) throw new EventTooLarge();
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}
