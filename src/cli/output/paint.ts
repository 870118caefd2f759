import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Whether a stream is a terminal that shows colour, and nobody said no. */
export function coloured(stream: { isTTY?: boolean }, env = process.env): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return stream.isTTY === true && env.TERM !== 'dumb';
}

/** Colours text where the stream shows it. */
export function paint(
  style: Style,
  text: string,
  stream: { isTTY?: boolean } = process.stdout,
): string {
  return coloured(stream) ? styleText(style, text) : text;
}
