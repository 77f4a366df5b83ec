import type { ComponentChild } from 'preact';
import lazy, { ErrorBoundary } from 'preact-iso/lazy';
import { LocationProvider, Route, Router } from 'preact-iso/router';
import { Home } from './pages/home.tsx';
import { Frame } from './parts/frame.tsx';
import { NotFound } from './parts/not-found.tsx';

const Studies = lazy(() => import('./pages/studies/studies.tsx'));
const Study = lazy(() => import('./pages/study/study.tsx'));
const Evidence = lazy(() => import('./pages/evidence/evidence.tsx'));
const Source = lazy(() => import('./pages/source/source.tsx'));
const Try = lazy(() => import('./pages/try/try.tsx'));
const Validate = lazy(() => import('./pages/validate/validate.tsx'));
const Query = lazy(() => import('./pages/query/query.tsx'));
const Reference = lazy(() => import('./pages/reference/reference.tsx'));
const Profiles = lazy(() => import('./pages/profiles/profiles.tsx'));
const SignIn = lazy(() => import('./pages/sign-in/sign-in.tsx'));
const Definition = lazy(() => import('./pages/profiles/definition.tsx'));

/** The workbench: every page by its path, each loaded when it is first opened. */
export const App = (): ComponentChild => (
  <LocationProvider scope={/^\/(?!fhir(\/|$)|openapi\.json)/}>
    <Frame>
      <ErrorBoundary>
        <Router>
          <Route path="/" component={Home} />
          <Route path="/studies" component={Studies} />
          <Route path="/studies/:id" component={Study} />
          <Route path="/evidence" component={Evidence} />
          <Route path="/source/:id" component={Source} />
          <Route path="/try" component={Try} />
          <Route path="/validate" component={Validate} />
          <Route path="/query" component={Query} />
          <Route path="/reference" component={Reference} />
          <Route path="/profiles" component={Profiles} />
          <Route path="/profiles/:type/:id" component={Definition} />
          <Route path="/sign-in" component={SignIn} />
          <Route default component={NotFound} />
        </Router>
      </ErrorBoundary>
    </Frame>
  </LocationProvider>
);
