/** The page keeps only what is open in the address; see `useDrawer`. */
export const cohortsSearch = {};
