import { version } from '../../package.json';
import { inNode } from './in-node.ts';

/** Milliseconds one attempt may take, its body included. */
export const defaultTimeoutMs = 30_000;

/** Bytes of an answer that are read, after decompression. */
export const defaultMaxResponseBytes = 16 * 1024 * 1024;

/** Says who calls, where that is free: a browser would ask the platform for leave (CORS) before it sent such a header. */
export const userAgent: Readonly<Record<string, string>> = inNode
  ? { 'User-Agent': `trainyard/${version}` }
  : {};
