import { type Html, html } from './html.ts';
import { style } from './style.ts';

/** A page of the sandbox. */
export interface Page {
  readonly title: string;
  /** What stands in `<main>`, its `<h1>` included. */
  readonly content: Html;
  /** @defaultValue 200 */
  readonly status?: number;
}

/**
 * What browsers are told of every page: no scripts, no frames, nothing kept. A referrer goes to the
 * same origin only, and not to none at all: with that, browsers would send forms from origin `null`.
 */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** A page as the text that is sent. */
export function document({ title, content }: Page): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>${content}</main>
<footer><p>This is a sandbox: nobody is hired, and no money moves.</p></footer>
</body>
</html>
`.text;
}

/** A page as an answer. */
export function respondWith(page: Page): Response {
  return new Response(document(page), { status: page.status ?? 200, headers: pageHeaders });
}
