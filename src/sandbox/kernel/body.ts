import type { Operation } from '../../core/operation.ts';
import type { BodySchema } from './product.ts';
import { Gated, type Issue } from './refusal.ts';

/**
 * Reads, parses and checks a request's body.
 *
 * @returns what was sent: a schema only checks, it neither drops unknown keys nor fills in defaults.
 * @throws Gated `too-large`, `malformed` or `invalid`.
 */
export async function readBody(
  request: Request,
  operation: Operation,
  schema: BodySchema | undefined,
  limit: number,
): Promise<unknown> {
  if (!operation.body) return undefined;
  const text = await readText(request, limit);
  const body = operation.body === 'form' ? form(text) : parseJson(text);
  // An optional body may be missing, and only the schema knows: to it, none is an empty object.
  const issues = check(schema, body === undefined ? {} : body);
  if (issues) throw new Gated({ gate: 'invalid', place: 'body', issues });
  return body;
}

function check(schema: BodySchema | undefined, body: unknown): Issue[] | undefined {
  const result = schema?.safeParse(body);
  if (!result || result.success) return undefined;
  return result.error.issues.map(({ code = 'custom', path, message }) => ({
    code,
    path: path.map((part) => (typeof part === 'number' ? part : String(part))),
    message,
  }));
}

function form(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

function parseJson(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    if (!isDeeper(parsed, mostLevels)) return parsed;
  } catch {
    // Falls through: the caller is told the same.
  }
  throw new Gated({ gate: 'malformed', expected: 'json' });
}

/** No body of the platforms nests deeper than a few; far deeper, and whatever walks it runs out of stack. */
const mostLevels = 100;

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((field) => isDeeper(field, levels - 1));
}

/** A request's text. @throws Gated `too-large`. */
export async function readText(request: Request, limit: number): Promise<string> {
  const tooLarge = () => new Gated({ gate: 'too-large', limit });
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge();
  if (!request.body) return '';
  const decoder = new TextDecoder();
  const reader = request.body.getReader();
  let size = 0;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > limit) {
      void reader.cancel().catch(() => {});
      throw tooLarge();
    }
    text += decoder.decode(value, { stream: true });
  }
}
