const secretName = /token|secret|password|api_?key|authorization|user_?code|signature/i;
/** Bare credentials, wherever they stand. */
const secretText = /\b(tak|ot_pat|ot_clm|ot_cat|ot_ptk|whsec)_[\w-]+/g;

/**
 * A field in the query of an address, such as an endpoint's. Its name is looked into apart: to look for words in it
 * here would take the square of its length.
 */
const queryField = /([?&][\w-]+=)[^&#\s"<>]*/g;

/** Name and password in an address. */
const userInfo = /(\bhttps?:\/\/)[^\s/?#@"<>]+@/gi;

/** A text without anything that could be a credential. */
export function redactText(text: string): string {
  return text
    .replace(secretText, '$1_[redacted]')
    .replace(queryField, (field, name: string) =>
      secretName.test(name) ? `${name}[redacted]` : field,
    )
    .replace(userInfo, '$1[redacted]@');
}

/** A copy of parsed JSON without anything that could be a credential. */
export function redact(value: unknown): unknown {
  if (typeof value === 'string') return redactText(value);
  if (Array.isArray(value)) return value.map(redact);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name,
      typeof field === 'string' && secretName.test(name) ? '[redacted]' : redact(field),
    ]),
  );
}

/** An MCP session's id: while its stream is open it stands for the key that opened it. */
const sessionName = 'sessionId';

/** Path and query of a URL without credentials. */
export function redactUrl(url: URL): string {
  const query = new URLSearchParams(url.search);
  for (const name of [...query.keys()]) {
    if (secretName.test(name) || name === sessionName) query.set(name, '[redacted]');
  }
  const search = query.size > 0 ? `?${query}` : '';
  return (url.origin + url.pathname + search).replace(secretText, '$1_[redacted]');
}
