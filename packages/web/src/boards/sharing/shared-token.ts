/** The secret of the link to a dashboard that was opened, if it is one. */
export function sharedToken({ pathname }: Pick<Location, 'pathname'> = location) {
  const [, token] = /^\/shared\/([A-Za-z0-9_-]{1,200})$/.exec(pathname) ?? [];
  return token;
}
