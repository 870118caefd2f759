import { UsageError } from '../../usage-error.ts';

/** A delivery as a log keeps it. */
export interface SavedDelivery {
  readonly receivedAt?: string;
  readonly platform?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Reads a delivery: JSON with headers and body, or the request as it travelled. */
export function readDelivery(text: string): SavedDelivery {
  return fromJson(text) ?? fromText(text);
}

/** Every line of a log. */
export function readLog(text: string): SavedDelivery[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, index) => {
    const delivery = fromJson(line);
    if (delivery) return delivery;
    throw new UsageError(`Line ${index + 1} of the log is no delivery.`);
  });
}

function fromJson(text: string): SavedDelivery | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { headers, body } = Object(value) as Partial<SavedDelivery>;
  if (typeof headers !== 'object' || headers === null || typeof body !== 'string') return undefined;
  return value as SavedDelivery;
}

/** `POST /… HTTP/1.1`, headers, an empty line and the body; its bytes are what was signed. */
function fromText(text: string): SavedDelivery {
  const split = /\r?\n\r?\n/.exec(text);
  if (!split) throw new UsageError('This is no saved delivery: headers, an empty line and a body.');
  const lines = text.slice(0, split.index).split(/\r?\n/);
  const headers = lines.flatMap((line): [string, string][] => {
    const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value]];
  });
  return { headers: Object.fromEntries(headers), body: text.slice(split.index + split[0].length) };
}

/** The platform that a delivery's headers are of. */
export function platformOf({
  platform,
  headers,
}: SavedDelivery): 'opentrain' | 'trainar' | 'platform' {
  if (platform === 'opentrain' || platform === 'trainar' || platform === 'platform')
    return platform;
  const names = Object.entries(headers).map(([name, value]) => `${name}: ${value}`.toLowerCase());
  if (names.some((line) => line.includes('opentrain-partner'))) return 'platform';
  return names.some((line) => line.startsWith('x-opentrain-')) ? 'opentrain' : 'trainar';
}
