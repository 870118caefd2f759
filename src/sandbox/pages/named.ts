import { type Html, html } from './html.ts';

/** Others' words: isolated, so that they can't turn the writing direction of ours. */
export function named(text: string): Html {
  return html`<bdi>${text}</bdi>`;
}
