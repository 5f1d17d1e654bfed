/** The SHA-256 of STYLE in base64; a test says the new one when the style has changed. */
export const STYLE_SHA256 = "EJzQJGq0SwUw7eji+gn+prbs7//uizf4kqGc5qFNUqI=";

export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f0f4f5; --paper: #fff; --ink: #212b32; --quiet: #4c6272; --line: #d8dde0; --rail: #e8edee;
  --band: #005eb8; --link: #005eb8; --deep: #003087; --blue: #005eb8; --teal: #00786c; --grey: #768692;
  --green: #007f3b; --red: #c4200f; --amber: #985900; --code: #edf1f2; --ring: #212b32;
  --stop-paper: #fdf0ee; --check-paper: #fff6e3; --ready-paper: #eaf6ef;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0d151c; --paper: #16212b; --ink: #e8edee; --quiet: #aebbc4; --line: #34434f; --rail: #25323d;
    --band: #00285f; --link: #8cc4ff; --deep: #a9c9ff; --blue: #5aa9f5; --teal: #4fc3b4; --grey: #8798a5;
    --green: #5fcf90; --red: #ff8f80; --amber: #ffc04d; --code: #223039; --ring: #ffeb3b;
    --stop-paper: #35201f; --check-paper: #332a17; --ready-paper: #16301f;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--page); color: var(--ink);
  font: 1rem/1.55 "Segoe UI", Arial, "Helvetica Neue", sans-serif; overflow-wrap: break-word;
}
.frame { max-width: 96rem; margin: 0 auto; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.25; margin: 0; }
h2 { font-size: 1.5rem; margin-bottom: .75rem; }
h3 { font-size: 1.125rem; }
p { margin: .5rem 0; max-width: 75ch; text-wrap: pretty; }
small { display: block; font-size: .8125rem; font-weight: 400; color: var(--quiet); }
cite { font-style: italic; }
a { color: var(--link); text-underline-offset: .15em; }
a:hover { text-decoration-thickness: .15em; }
:focus-visible { outline: 3px solid var(--ring); outline-offset: 2px; }
a:focus-visible { background: #ffeb3b; color: #212b32; outline: 2px solid #212b32; outline-offset: 0; }
main:focus { outline: none; }
code, kbd, pre { font-family: Consolas, "Cascadia Mono", "DejaVu Sans Mono", monospace; font-size: .875em; }
code, kbd { background: var(--code); border-radius: .2rem; padding: .1em .3em; overflow-wrap: anywhere; }
.quiet { color: var(--quiet); font-size: .875rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: .5rem 1rem; z-index: 9; }
.skip:focus { top: .5rem; }

header { background: var(--band); color: #fff; padding: 1.25rem 0; }
header p { margin: 0; color: #fff; }
header h1 { font-size: 1.75rem; margin: .125rem 0; }
footer { border-top: 1px solid var(--line); margin-top: 2rem; padding: 1rem 0 2rem; color: var(--quiet); font-size: .875rem; }

nav ul { list-style: none; margin: 0; padding: 1rem 0; }
nav li { display: flex; justify-content: space-between; align-items: baseline; gap: .5rem; padding: .2rem 0; }
.count {
  font-size: .8125rem; font-weight: 600; background: var(--rail); color: var(--ink); border-radius: 1rem;
  padding: .05rem .55rem; white-space: nowrap; font-variant-numeric: tabular-nums;
}
main.frame { padding-top: 1.25rem; }
.parts { min-width: 0; }
main section { margin: 0 0 1.5rem; padding: 1.25rem; background: var(--paper); border: 1px solid var(--line); border-radius: .375rem; }

main .verdict { display: flex; gap: 1.25rem; align-items: flex-start; border-left: .5rem solid; margin-bottom: 1rem; }
.verdict h2 { font-size: 1.75rem; margin: .1rem 0 0; }
.verdict h2 span { font-weight: 400; }
.sign { flex: none; width: 3rem; height: 3rem; fill: none; stroke: var(--paper); stroke-width: 5; stroke-linecap: round; stroke-linejoin: round; }
.sign circle { stroke: none; }
main .not-ready { border-left-color: var(--red); background: var(--stop-paper); }
main .to-confirm { border-left-color: var(--amber); background: var(--check-paper); }
main .ready { border-left-color: var(--green); background: var(--ready-paper); }
.not-ready circle { fill: var(--red); }
.to-confirm circle { fill: var(--amber); }
.ready circle { fill: var(--green); }
.work { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: .5rem 0 0; padding: 0; }
.key { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .75rem; margin: 0 0 .5rem; }
.key div { background: var(--paper); border: 1px solid var(--line); border-radius: .375rem; padding: .75rem 1rem; }
.key dt { color: var(--quiet); font-size: .875rem; }
.key dd { margin: 0; font-size: 1.75rem; line-height: 1.2; font-weight: 600; font-variant-numeric: tabular-nums; }
.key + .quiet { margin: 0 0 1rem; }

.card { border: 1px solid var(--line); border-left: .375rem solid var(--grey); border-radius: .25rem; padding: 1rem; margin: 0 0 1rem; }
.card:last-child { margin-bottom: 0; }
.card.stop { border-left-color: var(--red); }
.card.check { border-left-color: var(--amber); }
.card.note { border-left-color: var(--blue); }
.card > .quiet { margin: .5rem 0 0; max-width: 100ch; }
.places { width: 100%; }
.places td.text { width: 100%; max-width: none; }

table { border-collapse: collapse; font-size: .9375rem; line-height: 1.4; }
caption { text-align: left; font-weight: 600; font-size: 1.0625rem; padding: 0 0 .5rem; }
caption span { position: sticky; left: 0; display: inline-block; max-width: min(100%, 100vw - 3rem); }
th, td { text-align: left; vertical-align: top; padding: .45rem .9rem .45rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
thead th, thead td { vertical-align: bottom; border-bottom: 2px solid var(--grey); font-size: .875rem; }
tbody th { font-weight: 400; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.text { min-width: 14rem; max-width: 60ch; }
.name { white-space: nowrap; }
.hash { font-size: .8125rem; min-width: 16rem; }
.nil, .no { color: var(--quiet); }
.no { display: inline-block; min-width: 2.75rem; text-indent: 0; font-size: .875em; font-variant-numeric: tabular-nums; }
tr.total > *, td.total, th.total { font-weight: 600; }
tr.total > * { border-top: 1px solid var(--grey); background: var(--rail); }
.all { border-left: 1px solid var(--line); padding-left: .9rem; }
.scroll { overflow: auto; margin: .75rem 0; max-width: 100%; }
.scroll.tall { max-height: 85vh; }
.tall thead th, .tall thead td { position: sticky; top: 0; background: var(--paper); z-index: 2; }
details { margin: .5rem 0; }
summary { cursor: pointer; color: var(--link); padding: .25rem 0; width: fit-content; }
pre {
  white-space: pre-wrap; background: var(--code); border: 1px solid var(--line); border-radius: .25rem;
  padding: 1rem; margin: .5rem 0; user-select: all;
}

.steps { width: 100%; margin: .5rem 0 1.5rem; }
.steps td.picture { width: 100%; padding-right: 0; vertical-align: middle; }
.picture.small { min-width: 5rem; width: 12rem; vertical-align: middle; }
.bar { display: block; width: 100%; min-width: 4rem; height: 1.1rem; }
.steps th:first-child { min-width: 7.5rem; }
.card ul { margin: .5rem 0; padding-left: 1.25rem; }
.card li { max-width: 75ch; }
.rail { fill: var(--rail); }
.total .rail { fill: var(--paper); }
rect.deep { fill: var(--deep); } rect.blue { fill: var(--blue); } rect.teal { fill: var(--teal); }
rect.grey { fill: var(--grey); } rect.red { fill: var(--red); } rect.green { fill: var(--green); }

.figures { margin-bottom: .75rem; }
.figures th, .figures td { padding-left: .5rem; padding-right: .75rem; }
.figures tbody th { min-width: 9rem; max-width: 32rem; position: sticky; left: 0; background: var(--paper); z-index: 1; }
.figures tr.total th { background: var(--rail); }
.down tbody th { padding-left: 3.5rem; text-indent: -3rem; }
.down thead th:first-child { width: 20rem; }
.figures .site { width: 6.5rem; max-width: 11rem; white-space: normal; }
.figures .item { min-width: 6.5rem; max-width: 9rem; white-space: normal; font-size: .8125rem; }
.across .no { display: block; min-width: 0; }
.wide thead th:first-child { left: 0; z-index: 3; }

.rules th[scope="rowgroup"] { font-weight: 600; background: var(--rail); padding-left: .5rem; }
.result { white-space: nowrap; }
.result small { white-space: normal; min-width: 9rem; }
.tag { display: inline-block; border: 1px solid var(--grey); border-radius: .25rem; padding: 0 .4rem; font-size: .8125rem; font-weight: 600; }
.tag.passed { color: var(--green); border-color: var(--green); }
.tag.found { color: var(--amber); border-color: var(--amber); }
.facts { margin: 0 0 1rem; }
.facts div { display: grid; grid-template-columns: minmax(7rem, 11rem) 1fr; gap: 1rem; padding: .3rem 0; border-bottom: 1px solid var(--line); }
.facts dt { color: var(--quiet); }
.facts dd { margin: 0; }

@media (min-width: 68em) {
  .steps th:first-child { min-width: 18rem; }
  .frame { padding: 0 2rem; }
  .page { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 2rem; }
  nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow: auto; }
  nav ul { padding: .25rem .5rem .25rem 0; }
  nav li { padding: .35rem 0; border-bottom: 1px solid var(--line); }
  main section { padding: 1.5rem 2rem; }
}
@media (max-width: 40em) {
  header h1 { font-size: 1.375rem; }
  .verdict h2 { font-size: 1.375rem; }
  .sign { width: 2rem; height: 2rem; }
  main section { margin-left: -1rem; margin-right: -1rem; border-width: 1px 0; border-radius: 0; padding: 1.25rem 1rem; }
  main .verdict { gap: .75rem; }
  .key { grid-template-columns: 1fr 1fr; }
  .figures tbody th { min-width: 7rem; max-width: 42vw; font-size: .8125rem; }
  .down tbody th { padding-left: .25rem; text-indent: 0; }
  .down .no { display: block; }
  .down thead th:first-child { width: auto; }
  .facts div { grid-template-columns: 1fr; gap: 0; }
  .places td.text { min-width: 11rem; }
}
@page { size: A4; margin: 14mm 12mm; }
@page wide { size: A4 landscape; }
@media print {
  :root {
    color-scheme: light;
    --page: #fff; --paper: #fff; --ink: #000; --quiet: #3b4a54; --line: #b8c2c8; --rail: #eef1f2; --link: #003087;
    --deep: #003087; --blue: #005eb8; --teal: #00786c; --grey: #768692; --green: #00632e; --red: #a81a0c; --amber: #8a5200;
    --code: #f3f5f6; --stop-paper: #fff; --check-paper: #fff; --ready-paper: #fff;
  }
  html { font-size: 9.5pt; }
  nav, .skip { display: none; }
  header { background: none; border-bottom: 2pt solid #003087; padding: 0 0 6pt; }
  header p, header h1 { color: #000; }
  .frame { max-width: none; padding: 0; }
  .page { display: block; }
  main.frame { padding-top: 8pt; }
  main section { border: 0; border-radius: 0; padding: 0; margin: 0 0 14pt; }
  main .verdict { border-style: solid; border-width: 1pt 1pt 1pt 6pt; padding: 8pt; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
  .scroll, .scroll.tall { overflow: visible; max-height: none; }
  .tall thead th, .figures tbody th { position: static; }
  details::details-content { content-visibility: visible; block-size: auto; }
  summary { display: none; }
  tr, .card > h3, .card > .fix, .key { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; }
  thead { display: table-header-group; }
  .text { min-width: 0; }
  .wide { page: wide; }
  .wide th, .wide td { font-size: 7pt; padding: 2pt; }
  .wide small { display: inline; font-size: 1em; margin-left: .5em; }
  .wide .item { min-width: 0; max-width: none; vertical-align: bottom; }
  .wide .item .label { writing-mode: vertical-rl; rotate: 180deg; max-height: 40mm; white-space: normal; text-align: left; }
}
`;
