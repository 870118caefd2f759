import { operations } from '../../../generated/opentrain/operations.ts';
import type { Operation } from '../../core/operation.ts';
import { defaultLimit, isCut } from './definition.ts';
import type { Answer, OpenTrainTool } from './tool.ts';
import { ToolError } from './tool-error.ts';

/** A cursor of ours, into a list that the platform gives whole. */
const ownCursor = /^skip:(\d{1,9})$/;

const size = (value: unknown) => JSON.stringify(value).length;

/** An answer that fits, and in words what of it was left for later. */
export interface Shortened {
  readonly answer: Answer;
  readonly note?: string;
}

/**
 * Brings an answer under a size, with a cursor to what is left. A page is asked for anew with fewer entries, so
 * that the platform's own cursor goes on where it ends; a list that comes whole is cut here; then long texts are,
 * each saying how much of it there is.
 *
 * @param most characters of JSON
 * @param ask asks again with other arguments
 */
export async function shorten(
  tool: OpenTrainTool,
  args: Answer,
  most: number,
  ask: (args: Answer) => Promise<Answer>,
): Promise<Shortened> {
  const { pagination }: Operation = operations[tool.operation];
  if (isCut(tool) || tool.extra?.cursor) {
    const { cursor, ...rest } = args;
    const skip = readCursor(cursor);
    const answer = await ask(rest);
    return cutTexts(...cutList(answer, skip, most), most);
  }
  if (!pagination?.limit) return cutTexts(await ask(args), undefined, most);
  const wanted = Number(args[pagination.limit] ?? defaultLimit);
  for (let limit = wanted; ; ) {
    const answer = await ask({ ...args, [pagination.limit]: limit });
    const chars = size(answer);
    if (chars <= most || limit === 1) {
      const note =
        limit < wanted
          ? `Only ${limit} of ${wanted} at once, so that the answer is not too long; go on with nextCursor.`
          : undefined;
      return cutTexts(answer, note, most);
    }
    limit = Math.max(1, Math.min(limit - 1, Math.floor((limit * most * 0.9) / chars)));
  }
}

function readCursor(cursor: unknown): number {
  if (cursor === undefined) return 0;
  const found = ownCursor.exec(String(cursor));
  if (!found) throw new ToolError('cursor: pass nextCursor of the answer before, as it came.');
  return Number(found[1]);
}

/** The longest list in an answer, or in one of its records, from `skip` on and as much of it as fits. */
function cutList(answer: Answer, skip: number, most: number): [Answer, string | undefined] {
  const path = longestList(answer);
  if (!path) return [answer, undefined];
  const list = at(answer, path) as unknown[];
  const around = size(answer) - size(list);
  let used = around;
  let end = skip;
  while (end < list.length) {
    used += size(list[end]) + 1;
    if (used > most && end > skip) break;
    end++;
  }
  const isAll = end >= list.length;
  if (isAll && skip === 0) return [answer, undefined];
  const cut = replaced(answer, path, list.slice(skip, end));
  const note = isAll
    ? undefined
    : `${path.at(-1)}: ${skip + 1} to ${end} of ${list.length}; go on with nextCursor.`;
  return [{ ...cut, nextCursor: isAll ? null : `skip:${end}` }, note];
}

function longestList(answer: Answer): string[] | undefined {
  let longest: string[] | undefined;
  const look = (value: unknown, path: string[]) => {
    if (Array.isArray(value)) {
      if (!longest || size(value) > size(at(answer, longest))) longest = path;
    } else if (typeof value === 'object' && value !== null && path.length < 2) {
      for (const [key, inner] of Object.entries(value)) look(inner, [...path, key]);
    }
  };
  look(answer, []);
  return longest;
}

const at = (answer: Answer, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Answer)[key], answer);

function replaced(answer: Answer, [key, ...rest]: readonly string[], value: unknown): Answer {
  const name = key as string;
  const inner = rest.length > 0 ? replaced(answer[name] as Answer, rest, value) : value;
  return { ...answer, [name]: inner };
}

/** Cuts the longest texts until the whole fits. */
function cutTexts(answer: Answer, note: string | undefined, most: number): Shortened {
  let cut = answer;
  let longest = 8_000;
  while (size(cut) > most && longest >= 100) {
    cut = withShorterTexts(answer, longest) as Answer;
    longest /= 2;
  }
  const texts = cut === answer ? undefined : 'Long texts are cut, where it says so.';
  const all = [note, texts].filter((part) => part !== undefined).join(' ');
  return { answer: cut, ...(all && { note: all }) };
}

function withShorterTexts(value: unknown, most: number): unknown {
  if (typeof value === 'string') {
    if (value.length <= most) return value;
    return `${value.slice(0, most)}… [${most} of ${value.length} characters]`;
  }
  if (Array.isArray(value)) return value.map((inner) => withShorterTexts(inner, most));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withShorterTexts(inner, most)]),
  );
}
