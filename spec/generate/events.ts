import { child, contentOf, type Document, eventsOf, isObject, resolve } from './document.ts';
import { literal } from './source.ts';

/** The first example of each event, as source; the compiler holds them against their types. */
export function renderEvents(document: Document): string {
  const examples = eventsOf(document).map(({ name, node }) => {
    const media = contentOf(resolve(document, node.requestBody))?.node;
    const [named] = Object.values(child(media, 'examples'));
    const example = media?.example ?? resolve(document, named).value;
    if (!isObject(example)) throw new Error(`${name}: no example`);
    if (example.event !== name && example.type !== name) {
      throw new Error(`${name}: its example is one of ${example.event ?? example.type}`);
    }
    return [name, example];
  });
  return [
    `import type { WebhookEvent } from './types.ts';`,
    `/** An event of each name, as the spec shows it. */\nexport const eventExamples = ${literal(Object.fromEntries(examples))} satisfies Record<string, WebhookEvent>;`,
  ].join('\n\n');
}
