import { html } from './html.ts';
import type { Page } from './page.ts';

/** Says why it goes no further. */
export function errorPage(status: number, message: string, title = 'That didn’t work'): Page {
  return {
    status,
    title,
    content: html`<h1>${title}</h1>\n<p role="alert" class="alert">${message}</p>`,
  };
}
