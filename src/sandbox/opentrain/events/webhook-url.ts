import { inputs } from '../../../../generated/opentrain/json-schemas.ts';
import { bound } from '../../kernel/bound.ts';

const longest = bound(inputs['webhooks.create'], 'url', 'maxLength');
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Says what is wrong with a subscription's URL; `undefined` when it will do. */
export function problemOfWebhookUrl(text: string): string | undefined {
  if (text.length > longest) return `Must be at most ${longest} characters`;
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return 'Must be an absolute URL';
  const { protocol, hostname, username, password } = new URL(text);
  if (protocol === 'http:' && !loopback.has(hostname)) {
    return 'Must use https: plain http is for localhost only';
  }
  if (username !== '' || password !== '') return 'Must not carry credentials';
  return undefined;
}
