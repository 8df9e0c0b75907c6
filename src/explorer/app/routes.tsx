import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { Frame } from './frame/frame.js';
import { Waiting } from './ask/waiting.js';
import { HomePage } from './pages/home/home-page.js';
import { NoSuchPage } from './pages/no-such-page.js';

const ThingPage = lazy(() => import('./pages/thing/thing-page.js'));
const SearchPage = lazy(() => import('./pages/search/search-page.js'));

/** Every page, by its address. The address of a thing is its id. */
export function Routes() {
  return (
    <Frame>
      <Suspense fallback={<Waiting />}>
        <Switch>
          <Route path="/" component={HomePage} />
          <Route path="/search" component={SearchPage} />
          <Route path="/:kind/:slug">
            {({ kind, slug }) => <ThingPage key={`${kind}/${slug}`} id={`${kind}/${slug}`} />}
          </Route>
          <Route component={NoSuchPage} />
        </Switch>
      </Suspense>
    </Frame>
  );
}
