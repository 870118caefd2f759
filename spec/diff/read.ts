import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { type Document, isObject, type Json } from '../generate/document.ts';

const longestWaitMs = 30_000;

/**
 * Reads an OpenAPI document, JSON or YAML. Nothing is fetched but the address that was named.
 *
 * @throws when it can't be had, or is no OpenAPI 3 document.
 */
export async function readDocument(source: string): Promise<Document> {
  const text = /^https?:\/\//.test(source) ? await fetched(source) : await readFile(source, 'utf8');
  const document = parse(text, { merge: true }) as Json;
  if (isObject(document) && /^3\./.test(String(document.openapi)) && isObject(document.paths)) {
    return document;
  }
  throw new Error(`${source} is no OpenAPI 3 document.`);
}

async function fetched(url: string): Promise<string> {
  const response = await fetch(url, {
    headers: { accept: 'application/json, application/yaml;q=0.9' },
    signal: AbortSignal.timeout(longestWaitMs),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return response.text();
}
