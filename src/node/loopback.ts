/** Whether an address belongs to this machine alone. */
export function isLoopback(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  return name === 'localhost' || name === '::1' || /^127(\.\d+){3}$/.test(name);
}

/**
 * Whether a request was meant for this machine. A web page whose domain is made to resolve to
 * 127.0.0.1 is of the same origin to a browser, but its host name gives it away.
 */
export function servesHost(header: string | undefined, boundTo: string): boolean {
  if (header === undefined) return true;
  const name = header.replace(/:\d+$/, '');
  return name === boundTo || isLoopback(name) || name.toLowerCase().endsWith('.localhost');
}
