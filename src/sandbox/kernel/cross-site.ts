/**
 * Whether a request may change state: it comes from no browser, or from a page of this very origin.
 * Any web page can post to a local port; this is what keeps it from driving the sandbox.
 */
export function sameSite(request: Request, url: URL): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return false;
  const origin = request.headers.get('origin');
  return origin === null || origin === url.origin;
}
