import { Html } from './html.ts';

/** How pages look, by day and by night. */
export const style = new Html(`
:root { color-scheme: light dark;
  --paper: #fbfaf8; --card: #fff; --ink: #1d2125; --quiet: #5b636c; --line: #e2ded7; --soft: #f4f1ec;
  --act: #0f5c63; --act-ink: #fff; --band: #2a2620; --band-ink: #f6efe2; --tape: #e0a526;
  --good: #1c6b3a; --good-bg: #e4f3e8; --warn: #7a4d00; --warn-bg: #fdf0d3; --bad: #a12622; --bad-bg: #fbe6e4 }
@media (prefers-color-scheme: dark) { :root {
  --paper: #14171a; --card: #1c2024; --ink: #e9e6e1; --quiet: #a3abb3; --line: #333940; --soft: #24292e;
  --act: #6fc6cd; --act-ink: #0d2325; --band: #0d0f11; --band-ink: #efe6d5; --tape: #c8921e;
  --good: #86d3a0; --good-bg: #17301f; --warn: #ecc06d; --warn-bg: #33270f; --bad: #f3a29c; --bad-bg: #3a1b1a } }
* { box-sizing: border-box }
html { scroll-padding-top: 1rem }
body { margin: 0; font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", sans-serif; color: var(--ink); background: var(--paper) }
a { color: var(--act); text-underline-offset: .15em }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px }
main:focus { outline: none }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.skip { position: absolute; left: -99rem; padding: .5rem 1rem; background: var(--card) }
.skip:focus { left: .5rem; top: .5rem; z-index: 1 }

.band { display: flex; flex-wrap: wrap; gap: .125rem 1rem; align-items: baseline; justify-content: space-between; padding: .75rem 1.25rem .625rem;
  color: var(--band-ink); background: var(--band); font-size: .875rem; border-top: 6px solid; border-image: repeating-linear-gradient(-45deg, var(--tape) 0 10px, var(--band) 10px 20px) 6 }
.brand { color: inherit; text-decoration: none; font-size: 1rem }
.band :focus-visible { outline-color: var(--tape) }
main { max-width: 40rem; margin: 0 auto; padding: 2rem 1.25rem 4rem }
.wide main { max-width: 76rem }
nav { position: relative; border-bottom: 1px solid var(--line); background: var(--card); overflow-x: auto }
nav ul { display: flex; gap: .25rem; max-width: 76rem; margin: 0 auto; padding: 0 .75rem; list-style: none }
nav a { display: block; padding: .75rem .625rem; color: var(--quiet); text-decoration: none; white-space: nowrap; border-bottom: 3px solid transparent }
nav a:hover { color: var(--ink) }
nav a[aria-current] { color: var(--ink); font-weight: 600; border-color: var(--act) }
nav a:focus-visible { outline-offset: -3px }
nav .badge { margin-left: .25rem }

h1 { margin: 0 0 .5rem; font-size: 1.625rem; line-height: 1.25; letter-spacing: -.01em; overflow-wrap: anywhere; text-wrap: balance }
h2 { margin: 0 0 .75rem; font-size: 1.125rem; line-height: 1.3; overflow-wrap: anywhere }
h3 { margin: 1.25rem 0 .5rem; font-size: 1rem; overflow-wrap: anywhere }
p, ul, dl { margin: 0 0 1rem }
p { overflow-wrap: anywhere }
.lead { font-size: 1.0625rem; color: var(--quiet); max-width: 44rem }
.quiet, .empty, small { color: var(--quiet) }
small { font-size: .875rem }
code, pre, .code { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: .875em; overflow-wrap: anywhere }
pre { margin: .5rem 0; padding: .75rem 1rem; background: var(--soft); border-radius: .5rem; white-space: pre-wrap; font-size: .8125rem; line-height: 1.5 }
.card { margin: 1.25rem 0; padding: 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem }
.card > :last-child, .card > form:last-child > :last-child { margin-bottom: 0 }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 1.25rem; margin: 1.25rem 0 }
.cards > .card { margin: 0; min-width: 0 }
.card > fieldset:first-child { margin-top: 0 }
.head { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: baseline; justify-content: space-between }

dl { display: grid; grid-template-columns: minmax(7rem, auto) 1fr; gap: .375rem 1.25rem }
dt { color: var(--quiet) }
dd { margin: 0; overflow-wrap: anywhere; min-width: 0 }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.75rem, 1fr)); gap: .75rem; margin: 1.25rem 0; padding: 0; list-style: none }
.facts li { padding: .875rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; color: var(--quiet) }
.facts a { text-decoration: none; color: inherit; display: block }
.facts b { display: block; font-size: 1.5rem; line-height: 1.3; color: var(--ink); font-variant-numeric: tabular-nums }

table { width: 100%; border-collapse: collapse; margin: 0 0 1rem; font-variant-numeric: tabular-nums }
th, td { padding: .5rem .75rem; text-align: start; vertical-align: baseline; border-bottom: 1px solid var(--line); overflow-wrap: break-word }
:is(th, td):first-child { padding-inline-start: 0 } :is(th, td):last-child { padding-inline-end: 0 }
bdi { overflow-wrap: anywhere } time, .whole-word { white-space: nowrap }
thead th { font-size: .8125rem; font-weight: 600; color: var(--quiet); overflow-wrap: normal }
tbody th, tfoot th { font-weight: 500 }
tbody tr:last-child > * { border-bottom: 0 }
tfoot > tr > * { border-top: 2px solid var(--line); border-bottom: 0; font-weight: 600 }
.number { text-align: end; white-space: nowrap }
td form { display: inline }

.badge { display: inline-block; padding: .0625rem .5rem; border-radius: 1rem; font-size: .8125rem; line-height: 1.5; font-weight: 500; white-space: nowrap; color: var(--quiet); background: var(--soft) }
.badge.good { color: var(--good); background: var(--good-bg) }
.badge.warn { color: var(--warn); background: var(--warn-bg) }
.badge.bad { color: var(--bad); background: var(--bad-bg) }
.alert, .note { padding: .75rem 1rem; border-radius: .5rem; border-inline-start: 4px solid; margin: 1rem 0 }
.alert { color: var(--bad); background: var(--bad-bg) } .note { color: var(--good); background: var(--good-bg) }
.alert.warn { color: var(--warn); background: var(--warn-bg) }
.alert a, .note a { color: inherit }

fieldset { margin: 1.25rem 0; padding: 0; border: 0; min-width: 0 }
legend { padding: 0; margin-bottom: .5rem; font-weight: 600 }
label { display: block; font-weight: 500 }
label.choice { display: flex; gap: .75rem; align-items: baseline; padding: .625rem .875rem; margin-bottom: .5rem; border: 1px solid var(--line); border-radius: .5rem; font-weight: 400; overflow-wrap: anywhere; cursor: pointer }
label.choice:has(:checked) { border-color: var(--act); background: var(--soft) }
label.choice:has(:disabled) { cursor: default; color: var(--quiet) }
label.choice > span { min-width: 0 } label.choice small { display: block }
input, select, textarea { font: inherit; color: inherit; accent-color: var(--act) }
input:not([type=radio], [type=checkbox]), select, textarea { width: 100%; margin-top: .25rem; padding: .5rem .75rem; min-height: 2.75rem; background: var(--card); border: 1px solid var(--quiet); border-radius: .5rem }
.fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr)); gap: .875rem 1rem; margin: 0 0 1rem }
.fields .whole { grid-column: 1 / -1 }
.pin { display: block; margin-bottom: 1rem; font-size: 1.75rem; letter-spacing: .4em; text-align: center; font-variant-numeric: tabular-nums; max-width: 16rem }
button, .button { font: inherit; font-weight: 500; min-height: 2.75rem; padding: .5rem 1.25rem; border: 1px solid var(--act); border-radius: .5rem; background: transparent; color: var(--act); cursor: pointer; text-decoration: none; display: inline-block; white-space: nowrap }
button:hover, .button:hover { background: var(--soft) }
.main, button[value=approve], .button { background: var(--act); color: var(--act-ink) }
.main:hover, button[value=approve]:hover, .button:hover { background: var(--act); filter: brightness(1.1) }
button.small { min-height: 2rem; padding: .1875rem .75rem; font-size: .875rem }
.actions + .fields { margin-top: 1.25rem; max-width: 20rem }
.actions { display: flex; gap: .75rem; flex-wrap: wrap; align-items: center; margin: 1.25rem 0 0 }
#token, #secret { display: block; padding: .75rem 1rem; background: var(--soft); border: 1px solid var(--line); border-radius: .5rem; user-select: all }

.log { margin: 0; padding: 0; list-style: none }
.log > li { border-bottom: 1px solid var(--line) } .log > li:last-child { border: 0 }
summary { display: flex; flex-wrap: wrap; gap: .125rem .75rem; align-items: baseline; padding: .5rem 0; cursor: pointer }
summary::before { content: "▸"; color: var(--quiet) } details[open] > summary::before { content: "▾" }
summary > .grow { flex: 1 1 12rem; min-width: 0; overflow-wrap: anywhere }
details > div { padding: 0 0 .75rem 1.375rem }
figure { margin: 0 0 1.25rem } svg { display: block; flex: 1; min-width: 0; height: 10rem }
.chart { display: flex; gap: .75rem } .scale { display: flex; flex-direction: column; justify-content: space-between; margin: -.6em 0; text-align: end; font-size: .8125rem; color: var(--quiet); font-variant-numeric: tabular-nums }
figcaption { margin-top: .75rem; font-size: .875rem } figcaption .key ~ .key { margin-inline-start: 1rem }
.available { fill: var(--act) } .reserved { fill: var(--tape) } .axis { stroke: var(--line); vector-effect: non-scaling-stroke }
.inline { display: flex; gap: .75rem; align-items: end; max-width: 28rem } .inline label { flex: 1; min-width: 0 }
.big { font-size: 1.25rem; font-variant-numeric: tabular-nums }
.key { display: inline-block; width: .75rem; height: .75rem; border-radius: .125rem; margin-inline-end: .375rem }
.key.of-available { background: var(--act) } .key.of-reserved { background: var(--tape) }

@media (max-width: 40rem) {
  main { padding: 1.5rem 1rem 3rem } .card { padding: 1rem } h1 { font-size: 1.375rem }
  thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
  table, tbody, tfoot, tr, td, th { display: block } 
  tbody tr, tfoot tr { padding: .625rem 0; border-bottom: 1px solid var(--line) } tbody tr:last-child { border: 0 }
  th, td { padding: .125rem 0 !important; border: 0 !important; text-align: start }
  tfoot tr { border-top: 2px solid var(--line) }
  td { display: flex; gap: .75rem; justify-content: space-between }
  td::before { content: attr(data-name); color: var(--quiet); flex: none } td:empty { display: none }
  .sums td::before { content: none } .sums tr { display: flex; justify-content: space-between; gap: 1rem }
  dl { grid-template-columns: 1fr; gap: 0 } dd { margin-bottom: .625rem }
}
@media (prefers-reduced-motion: no-preference) { a, button { transition: background-color .12s } }
`);
