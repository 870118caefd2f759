import { isDeepStrictEqual } from 'node:util';
import { apiDiff } from 'api-smart-diff';
import { child, type Document, isObject, type Json } from '../generate/document.ts';
import { type Level, levelOf } from './level.ts';
import { eventPrefix, normal } from './normal.ts';

/** One thing that is not the same in both documents. */
export interface Difference {
  /** `breaking`: code that was written by our document fails, or gets what it does not expect. */
  readonly level: Level;
  /** Such as `GET /api/public/v1/jobs/{id}`, or `event proposal.received`. */
  readonly place: string;
  /** The way within it, such as `answer 200 · jobs · items · title · type`. */
  readonly where: string;
  /** What our document says; `undefined` where it says nothing. */
  readonly ours: Json | undefined;
  readonly theirs: Json | undefined;
  /** Whether our side was inferred, or seen in a client: then theirs is simply right. */
  readonly evidence: string | undefined;
}

/** What differs between our document and another of the same API; what breaks comes first. */
export function compareSpecs(ours: Document, theirs: Document): Difference[] {
  const marked = normal(ours, { evidence: true });
  return (
    apiDiff(...unequal(normal(ours), normal(theirs)))
      // What a path calls its own parameters is nobody's concern.
      .filter(({ type, action }) => type !== 'annotation' && action !== 'rename')
      .filter(({ path }) => !(path.includes('parameters') && path.at(-1) === 'name'))
      .map(({ type, action, path, before, after }): Difference => {
        const way = path.map(String);
        const change = { type, action, way, before: before as Json, after: after as Json };
        return {
          level: levelOf(change),
          ...placeOf(way),
          ours: before as Json | undefined,
          theirs: after as Json | undefined,
          evidence: evidenceAt(marked, way),
        };
      })
      .sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level))
  );
}

/** Both without the paths that are the same: the library takes seconds for what is seen at once. */
function unequal(ours: Document, theirs: Document): [Document, Document] {
  const isSame = (path: string) =>
    isDeepStrictEqual(child(ours, 'paths')[path], child(theirs, 'paths')[path]);
  const rest = (document: Document) => ({
    ...document,
    paths: Object.fromEntries(
      Object.entries(child(document, 'paths')).filter(([path]) => !isSame(path)),
    ),
  });
  return [rest(ours), rest(theirs)];
}

const order: readonly Level[] = ['breaking', 'added', 'other'];

function placeOf(way: readonly string[]): { place: string; where: string } {
  const [, path = '', method = '', ...inside] = way;
  const place = path.startsWith(eventPrefix)
    ? `event ${path.slice(eventPrefix.length)}`
    : `${method.toUpperCase()} ${path}`.trim();
  const words = inside
    .join('/')
    .replace(/^requestBody\/content\/[^/]+\/[^/]+\/schema/, 'body')
    .replace(/^responses\/(\w+)\/content\/[^/]+\/[^/]+\/schema/, 'answer $1')
    .replace(/^responses\/(\w+)/, 'answer $1')
    .replaceAll(/(^|\/)properties(?=\/)/g, '$1')
    .split('/')
    .filter((word) => word !== '');
  return { place, where: words.join(' · ') };
}

/** The mark of the nearest thing around this place that has one. */
function evidenceAt(marked: Document, way: readonly string[]): string | undefined {
  let node: Json | undefined = marked;
  let found: string | undefined;
  for (const key of way) {
    node = inside(node, key);
    if (node === undefined) break;
    if (isObject(node) && typeof node['x-evidence'] === 'string') found = node['x-evidence'];
  }
  return found;
}

function inside(node: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(node)) return node[Number(key)];
  if (!isObject(node)) return undefined;
  if (key in node) return node[key];
  const { allOf } = node;
  return Array.isArray(allOf) ? allOf.map((part) => inside(part, key)).find(Boolean) : undefined;
}
