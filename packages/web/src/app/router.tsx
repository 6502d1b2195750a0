import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { readSearch } from '../scope/scope.js';
import { Gate } from '../session/gate.js';
import { NotFoundPage } from '../shell/not-found-page.js';
import { Defect } from './defect.js';

const root = createRootRoute({
  validateSearch: readSearch,
  component: Gate,
  notFoundComponent: NotFoundPage,
});

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../overview/overview-page.js'), 'OverviewPage'),
});

const ask = createRoute({
  getParentRoute: () => root,
  path: '/ask',
  component: lazyRouteComponent(() => import('../ask/ask-page.js'), 'AskPage'),
});

/** Addresses are plain text, `?r=last_7_days&c=none`: no JSON, nothing quoted. */
export const router = createRouter({
  routeTree: root.addChildren([overview, ask]),
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const entries = Object.entries(search).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value]] : [],
    );
    return entries.length > 0 ? `?${new URLSearchParams(entries)}` : '';
  },
  defaultErrorComponent: Defect,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
