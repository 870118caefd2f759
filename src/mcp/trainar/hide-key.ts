/**
 * A copy without the key, should an answer repeat it. Other keys and secrets stay: a tool may be there to show them,
 * once.
 */
export function hideKey<T>(answer: T, key: string): T {
  const text = JSON.stringify(answer);
  // A key is printable ASCII, but a quote or a backslash would be escaped.
  const written = JSON.stringify(key).slice(1, -1);
  return text.includes(written) ? (JSON.parse(text.replaceAll(written, 'tak_***')) as T) : answer;
}
