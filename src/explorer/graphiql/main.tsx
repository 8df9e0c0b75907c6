import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './page.css';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { linkedTab, savedTabs } from './tabs.js';

interface Asked {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Record<string, unknown>;
}

/** Right after a change of tab GraphiQL still names the operation of the tab before. */
const named = ({ query, operationName }: Asked): string | undefined =>
  operationName && new RegExp(`\\b(query|mutation)\\s+${operationName}\\b`).test(query)
    ? operationName
    : undefined;

/** One question to our own server; an answer that is not JSON is shown as it came. */
async function ask(asked: Asked, { headers }: { headers?: Record<string, string> } = {}): Promise<unknown> {
  const answer = await fetch('/graphql', {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ ...asked, operationName: named(asked) }),
  });
  const text = await answer.text();
  try {
    return JSON.parse(text);
  } catch {
    return { errors: [{ message: `The server answered ${answer.status}: ${text.slice(0, 500)}` }] };
  }
}

// GraphiQL keeps the tabs of a visitor who was here before; then only a question in the address is added.
const returning = localStorage.getItem('graphiql:tabState') !== null;
const linked = linkedTab(location);
const saved = returning ? [] : await savedTabs();
const tabs = [...(linked ? [linked] : []), ...saved];
// It takes the query of the first tab from the tabs, but its variables only from here.
const first = returning ? linked : tabs[0];

createRoot(document.getElementById('page')!).render(
  <GraphiQL
    fetcher={ask}
    defaultQuery="{ __typename }"
    defaultEditorToolsVisibility="variables"
    {...(tabs.length > 0 ? { defaultTabs: tabs } : {})}
    {...(returning && linked ? { initialQuery: linked.query } : {})}
    {...(first?.variables ? { initialVariables: first.variables } : {})}
  >
    <GraphiQL.Logo>Cooperation Graph</GraphiQL.Logo>
  </GraphiQL>,
);
