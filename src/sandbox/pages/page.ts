import { type Html, html } from './html.ts';
import { script } from './script.ts';
import { style } from './style.ts';

/** A page of the sandbox. */
export interface Page {
  readonly title: string;
  /** What stands in `<main>`, its `<h1>` included. */
  readonly content: Html;
  /** @defaultValue 200 */
  readonly status?: number;
  /** Stands before `<main>`: links to other pages. Pages with one are wide. */
  readonly navigation?: Html;
  /** What a screen reader is told when it changes while the page is open. */
  readonly news?: string;
}

/** A page, written out. */
export interface WrittenPage {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/**
 * What browsers are told of every page: nothing but its own script and style, no frames, nothing kept.
 * A referrer goes to the same origin only, and not to none at all: with that, browsers would send
 * forms from origin `null`.
 */
function headersWith(nonce: string): Record<string, string> {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    'img-src data:',
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': policy.join('; '),
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}

/** Writes a page out. Its nonce guards a browser, so it is drawn from no seed. */
export function writePage(page: Page): WrittenPage {
  const nonce = globalThis.crypto.randomUUID?.() ?? fallbackNonce();
  return { status: page.status ?? 200, headers: headersWith(nonce), body: document(page, nonce) };
}

/** A page as an answer. */
export function respondWith(page: Page): Response {
  const { status, headers, body } = writePage(page);
  return new Response(body, { status, headers });
}

/** A piece of barrier tape. Without one of its own, browsers ask for `/favicon.ico`. */
const icon =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#2a2620" d="M0 0h16v16H0z"/><path stroke="#e0a526" stroke-width="4" d="M-2 10 10-2M2 18 18 2"/></svg>',
  );

function document({ title, content, navigation, news = '' }: Page, nonce: string): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="${icon}">
<title>${title} · Trainyard sandbox</title>
<style nonce="${nonce}">${style}</style>
</head>
<body${navigation && html` class="wide"`}>
<a class="skip" href="#main">Skip to content</a>
<header class="band"><a class="brand" href="/"><b>Trainyard</b> sandbox</a><span>Nobody is hired, and no money moves.</span></header>
${navigation}
<main id="main" tabindex="-1">${content}</main>
<p id="news" class="unseen" role="status">${news}</p>
<script nonce="${nonce}">${script}</script>
</body>
</html>
`.text;
}

/** For pages that a browser counts as insecure, which have no `randomUUID`. */
function fallbackNonce(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
