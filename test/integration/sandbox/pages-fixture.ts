/** What a page itself says, without what all pages have. */
export async function mainOf(response: Response): Promise<string> {
  return /<main[^>]*>(.*)<\/main>/s.exec(await response.text())?.[1] ?? '';
}

/** Looks at pages and sends their forms, over a sandbox's `fetch`. */
export function visitor(fetch: typeof globalThis.fetch, origin = 'http://localhost:4010') {
  const show = async (path: string) => {
    const response = await fetch(origin + path);
    return { status: response.status, headers: response.headers, page: await mainOf(response) };
  };
  /** Sends a form, as a browser does from this very page unless `headers` say otherwise. */
  const send = async (
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ) => {
    const response = await fetch(origin + path, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        origin,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
      },
      body: new URLSearchParams(fields).toString(),
    });
    const { status } = response;
    return { status, location: response.headers.get('location'), page: await mainOf(response) };
  };
  return { show, send };
}

/** Text as a reader sees it: tags gone, spaces as one. */
export function textOf(page: string): string {
  return page
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
}
