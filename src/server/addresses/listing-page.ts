import { LIMITS } from '../../api/limits/figures.js';
import type { Variable } from '../../publish/variables.js';
import { hrefOf, type Ending, type SavedAddress } from './saved-address.js';

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);

const STYLE = `
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; color: #1b1b1b; background: #fff }
  a { color: #0b4f9e }
  h2 { margin-top: 2.5rem; font-size: 1.2rem; overflow-wrap: anywhere }
  table { border-collapse: collapse; width: 100% }
  caption { text-align: left; font-weight: 600; padding: .3rem 0 }
  th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #c8c8c8; overflow-wrap: anywhere }
  ul.links { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .5rem 1.5rem }
`;

const LINKS: readonly (readonly [Ending, string])[] = [
  ['csv', 'rows as CSV'],
  ['json', 'answer as JSON'],
  ['evidence', 'claims behind the rows as CSV'],
  ['schema', 'columns and their types as JSON'],
];

/** A page that lists all saved operations: what they ask, what they take, where they answer. */
export const listingPage = (saved: readonly SavedAddress[]): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Saved questions · Cooperation Graph</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Saved questions</h1>
<p>Each question answers at addresses that a spreadsheet, R or Python can read. Its variables are parameters of the address;
what is left out takes the value shown, and an empty parameter leaves the variable out. Lists are repeated or separated by commas.
A file has at most ${LIMITS.fileRows.toLocaleString('en')} rows; its header <code>Graph-Complete</code> says whether that was all.</p>
<nav aria-label="Saved questions"><ul>
${saved.map(({ operation, address }) => `<li><a href="#${escaped(operation.name)}">${escaped(address.description || operation.name)}</a></li>`).join('\n')}
</ul></nav>
${saved.map(section).join('\n')}
</main>
</body>
</html>
`;

const section = ({
  operation,
  address,
}: SavedAddress): string => `<section aria-labelledby="${escaped(operation.name)}">
<h2 id="${escaped(operation.name)}">${escaped(operation.name)}</h2>
<p>${escaped(address.description)}</p>
<p>One row: ${escaped(address.unit.selected.type.description ?? address.unit.selected.type.name)}</p>
<ul class="links">
${LINKS.map(([ending, words]) => `<li><a href="${escaped(hrefOf(operation.name, ending))}" aria-label="${escaped(`${operation.name}: ${words}`)}">${words}</a></li>`).join('\n')}
</ul>
${variablesTable(address.variables, operation)}
</section>`;

const variablesTable = (variables: readonly Variable[], operation: SavedAddress['operation']): string =>
  variables.length === 0
    ? ''
    : `<table>
<caption>Variables of ${escaped(operation.name)}</caption>
<thead><tr><th scope="col">name</th><th scope="col">type</th><th scope="col">value when left out</th><th scope="col">meaning</th></tr></thead>
<tbody>
${variables.map((variable) => variableRow(variable, operation.variables[variable.name])).join('\n')}
</tbody>
</table>`;

function variableRow({ name, written, required, description, values }: Variable, saved: unknown): string {
  const fallback = saved === undefined ? (required ? 'must be given' : '') : JSON.stringify(saved);
  const closed = values ? ` One of ${values.join(', ')}.` : '';
  const cells = [written, fallback, `${description}${closed}`].map((text) => `<td>${escaped(text)}</td>`);
  return `<tr><th scope="row">${escaped(name)}</th>${cells.join('')}</tr>`;
}
