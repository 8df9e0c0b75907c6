import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { Frame } from './frame/frame.js';
import { Waiting } from './ask/waiting.js';
import { HomePage } from './pages/home/home-page.js';
import { NoSuchPage } from './pages/no-such-page.js';

const ThingPage = lazy(() => import('./pages/thing/thing-page.js'));
const QuestionsPage = lazy(() => import('./pages/questions/questions-page.js'));
const QuestionPage = lazy(() => import('./pages/questions/question-page.js'));
const TiesPage = lazy(() => import('./pages/ties/ties-page.js'));
const NetworkPage = lazy(() => import('./pages/network/network-page.js'));
const PartnersPage = lazy(() => import('./pages/partners/partners-page.js'));
const ProposalsPage = lazy(() => import('./pages/proposals/proposals-page.js'));
const TextsPage = lazy(() => import('./pages/texts/texts-page.js'));
const ComparePage = lazy(() => import('./pages/compare/compare-page.js'));
const SearchPage = lazy(() => import('./pages/search/search-page.js'));

/** Every page, by its address. The address of a thing is its id. */
export function Routes() {
  return (
    <Frame>
      <Suspense fallback={<Waiting />}>
        <Switch>
          <Route path="/" component={HomePage} />
          <Route path="/search" component={SearchPage} />
          <Route path="/compare" component={ComparePage} />
          <Route path="/questions" component={QuestionsPage} />
          <Route path="/questions/:name">{({ name }) => <QuestionPage key={name} name={name} />}</Route>
          <Route path="/ties" component={TiesPage} />
          <Route path="/network" component={NetworkPage} />
          <Route path="/partners" component={PartnersPage} />
          <Route path="/proposals" component={ProposalsPage} />
          <Route path="/texts" component={TextsPage} />
          <Route path="/:kind/:slug">
            {({ kind, slug }) => <ThingPage key={`${kind}/${slug}`} id={`${kind}/${slug}`} />}
          </Route>
          <Route component={NoSuchPage} />
        </Switch>
      </Suspense>
    </Frame>
  );
}
