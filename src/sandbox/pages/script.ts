import { Html } from './html.ts';

/**
 * What pages do beyond forms and links, which work without it:
 *
 * - `data-live` regions are replaced when the sandbox changed, unless somebody is filling one in;
 *   where `data-state` changed too, they are in any case.
 * - `data-preview="id"` on a form asks the server, as one types, what that region would then show.
 * - `data-copy="id"` on a button copies that element's text.
 */
export const script = new Html(`
const at = (id, root = document) => root.getElementById(id);
// Without its style: that has another nonce, and the browser would complain even though it is not shown.
const parsed = async (url, init) => new DOMParser().parseFromString((await (await fetch(url, init)).text()).replace(/<style[^]*?<\\/style>/, ''), 'text/html');

addEventListener('click', async ({ target }) => {
  const button = target.closest('[data-copy]');
  if (!button) return;
  await navigator.clipboard.writeText(at(button.dataset.copy).textContent);
  at('news').textContent = button.textContent = 'Copied';
});

let typed;
addEventListener('input', ({ target }) => {
  const form = target.form;
  if (!form) return;
  form.dataset.touched = '';
  const id = form.dataset.preview;
  if (!id) return;
  clearTimeout(typed);
  typed = setTimeout(async () => {
    const body = new URLSearchParams(new FormData(form));
    body.set('decision', 'preview');
    const shown = at(id, await parsed(form.action, { method: 'POST', body }));
    if (shown) at(id).replaceWith(shown);
  }, 200);
});

const refresh = async () => {
  const fresh = await parsed(location.href);
  for (const region of document.querySelectorAll('[data-live]')) {
    const next = at(region.id, fresh);
    if (!next || next.outerHTML === region.outerHTML) continue;
    const decided = next.dataset.state !== region.dataset.state;
    if (!decided && (region.querySelector('[data-touched]') || region.querySelector('input:focus, select:focus'))) continue;
    const focused = region.contains(document.activeElement) && document.activeElement;
    for (const { id } of region.querySelectorAll('details[open][id]')) at(id, fresh)?.setAttribute('open', '');
    if (next.outerHTML !== region.outerHTML) region.replaceWith(next);
    if (focused) (focused.id && at(focused.id) || at('main')).focus({ preventScroll: true });
  }
  document.title = fresh.title;
  const news = at('news', fresh).textContent;
  if (news !== told) at('news').textContent = told = news;
};
let told = at('news').textContent;

let source, busy, again;
const changed = async () => {
  again = busy;
  if (busy) return;
  busy = true;
  try { await refresh(); } catch {}
  busy = false;
  if (again) changed();
};
const listen = () => {
  source?.close();
  source = undefined;
  if (document.hidden || !document.querySelector('[data-live]')) return;
  source = new EventSource('/_sandbox/live');
  // What happened before the stream was open, or while it was broken.
  source.onopen = changed;
  source.addEventListener('change', changed);
};
addEventListener('visibilitychange', listen);
addEventListener('pageshow', listen);
addEventListener('pagehide', () => source?.close());
document.querySelector('nav [aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
for (const button of document.querySelectorAll('[data-copy]')) button.hidden = false;
`);
