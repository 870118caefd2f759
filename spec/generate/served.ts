import type { Document } from './document.ts';
import { literal } from './source.ts';

/** The contract as the platform itself serves it: one JSON text, ready to send. */
export function renderServed(document: Document): string {
  return `/** The whole contract as JSON. */\nexport const document: string = ${literal(JSON.stringify(document))};\n`;
}
