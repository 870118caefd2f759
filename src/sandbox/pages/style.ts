import { Html } from './html.ts';

/** How pages look, by day and by night. */
export const style = new Html(`
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --line: #c9ced6; --soft: #f3f5f8; --act: #0b57d0; --act-ink: #fff }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --paper: #15181c; --line: #454b54; --soft: #20252b; --act: #8ab4f8; --act-ink: #10131a } }
* { box-sizing: border-box }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper) }
main, footer { max-width: 38rem; margin: 0 auto; padding: 1.5rem 1rem }
footer { font-size: .875rem; border-top: 1px solid var(--line) }
h1 { font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere }
h2, legend { font-size: 1.0625rem; font-weight: 600 }
fieldset { margin: 1rem 0; padding: .5rem 1rem 1rem; border: 1px solid var(--line); border-radius: .5rem }
label { display: flex; gap: .625rem; align-items: baseline; padding: .25rem 0; overflow-wrap: anywhere }
code { font-family: ui-monospace, monospace; overflow-wrap: anywhere }
#token { display: block; padding: .75rem; background: var(--soft); border: 1px solid var(--line); border-radius: .5rem; user-select: all }
button, .button { font: inherit; padding: .5rem 1.125rem; border: 1px solid var(--act); border-radius: .5rem; background: transparent; color: var(--act); cursor: pointer; text-decoration: none; display: inline-block }
button[value=approve], .button { background: var(--act); color: var(--act-ink) }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px }
.actions { display: flex; gap: .75rem; flex-wrap: wrap }
`);
