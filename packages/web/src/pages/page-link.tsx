import { Link, useNavigate } from '@tanstack/react-router';
import { type ComponentProps, useCallback } from 'react';
import type { Address } from '../address/address.js';
import { acrossPages } from './registry.js';

interface PageLinkProps extends Omit<ComponentProps<'a'>, 'href' | 'ref'> {
  /** A page's path with its parameters filled in. */
  readonly to: string;
  /** What to add to the address beside tenant and scope, which go along by themselves. */
  readonly search?: Address;
}

/** A link to another page: the tenant and the scope go along, what pages keep for themselves does not. */
export function PageLink({ to, search, ...rest }: PageLinkProps) {
  return (
    <Link
      to={to}
      search={(before: Address) => ({ ...acrossPages(before), ...search })}
      activeProps={{ 'aria-current': 'page' }}
      activeOptions={{ exact: to === '/', includeSearch: false }}
      {...rest}
    />
  );
}

/** Goes to another page as {@link PageLink} does. */
export function useGoTo(): (to: string, search?: Address) => void {
  const navigate = useNavigate();
  return useCallback(
    (to, search) =>
      void navigate({ to, search: (before: Address) => ({ ...acrossPages(before), ...search }) }),
    [navigate],
  );
}
