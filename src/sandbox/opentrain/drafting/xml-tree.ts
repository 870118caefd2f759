import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { DraftSourceError } from './source-error.ts';

/** One element or attribute with text of its own. */
export interface Leaf {
  /** Local names from the root down, joined by dots; an attribute is `…@name`. */
  readonly path: string;
  /** Local name of the element or attribute, in lower case. */
  readonly name: string;
  readonly text: string;
}

const maxLength = 200_000;
const maxDepth = 40;
const maxLeaves = 5_000;
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  maxNestedTags: maxDepth,
  // A document type, the only place of own entities, is refused before this; the standard five stay.
  processEntities: true,
});

/**
 * Parses XML from a stranger: no document type, no entities of its own, bounded size and depth.
 *
 * @returns the parsed tree, elements by local name
 * @throws DraftSourceError when it is malformed, too long or carries a document type
 */
export function parseXml(xml: string): Readonly<Record<string, unknown>> {
  if (xml.length > maxLength) {
    throw new DraftSourceError('too_long', `The XML has more than ${maxLength} characters.`);
  }
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) {
    throw new DraftSourceError('unsafe', 'XML with a document type or entities is not read.');
  }
  try {
    if (XMLValidator.validate(xml) !== true) throw new Error('invalid');
    const tree: unknown = parser.parse(xml);
    if (typeof tree === 'object' && tree !== null) return tree as Record<string, unknown>;
  } catch {
    // The parser's own message may quote the document.
  }
  throw new DraftSourceError('malformed', 'The XML is not well formed.');
}

/** Every text of a tree with the path to it, in document order. */
export function leavesOf(node: unknown, path: readonly string[] = [], out: Leaf[] = []): Leaf[] {
  if (out.length >= maxLeaves) return out;
  if (Array.isArray(node)) {
    for (const child of node) leavesOf(child, path, out);
  } else if (typeof node === 'object' && node !== null) {
    for (const [name, child] of Object.entries(node)) {
      if (name === '#text') leavesOf(child, path, out);
      else leavesOf(child, [...path, name], out);
    }
  } else {
    const text = String(node ?? '').trim();
    const name = (path.at(-1) ?? '').toLowerCase();
    if (text) out.push({ path: path.join('.').replaceAll('.@', '@'), name, text });
  }
  return out;
}

/** The first element of a name, searched from the top down, and how many there are beside it. */
export function findElement(
  node: unknown,
  names: ReadonlySet<string>,
): { element: Readonly<Record<string, unknown>>; name: string; count: number } | undefined {
  const queue: unknown[] = [node];
  for (let at = 0; at < queue.length && at < maxLeaves; at += 1) {
    const next = queue[at];
    if (typeof next !== 'object' || next === null) continue;
    for (const [name, child] of Object.entries(next)) {
      const all = Array.isArray(child) ? child : [child];
      const first = all.find((entry) => typeof entry === 'object' && entry !== null);
      if (names.has(name.toLowerCase()) && first) {
        return { element: first as Record<string, unknown>, name, count: all.length };
      }
      queue.push(...all.slice(0, 100));
    }
  }
  return undefined;
}
