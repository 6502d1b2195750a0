import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { type Address, parseAddress, printAddress } from '../address/address.js';
import { pageComponent } from '../pages/page-route.js';
import { pages } from '../pages/registry.js';
import { AppShell } from '../shell/app-shell.js';
import { NotFoundPage } from '../shell/not-found-page.js';
import { Defect } from './defect.js';

const root = createRootRoute({
  validateSearch: (raw): Address => raw as Address,
  component: AppShell,
  notFoundComponent: NotFoundPage,
});

const routes = pages.map((page) =>
  createRoute({
    getParentRoute: () => root,
    path: page.path,
    component: pageComponent(page),
  }),
);

/** Addresses are plain text, `?r=last_7_days&c=none`: no JSON, nothing quoted. */
export const router = createRouter({
  routeTree: root.addChildren(routes),
  parseSearch: parseAddress,
  stringifySearch: printAddress,
  defaultErrorComponent: Defect,
  scrollRestoration: true,
});
