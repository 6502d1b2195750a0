export type Role = 'owner' | 'analyst' | 'viewer' | 'ingest';

/** A tenant as the signed-in user sees it. */
export interface SessionTenant {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** What the user may do at this tenant; a server that does not say leaves it to the role. */
  readonly permissions?: readonly string[];
  readonly time_zone: string;
  readonly currency: string;
  readonly locale: string;
  readonly week_start: 'monday' | 'sunday' | 'saturday';
  readonly demo: boolean;
}

export interface SessionUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

/** Who is signed in. `user` is null, and `tenants` empty, when nobody is. */
export interface Session {
  readonly user: SessionUser | null;
  readonly tenants: readonly SessionTenant[];
  readonly environment: string;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
}
