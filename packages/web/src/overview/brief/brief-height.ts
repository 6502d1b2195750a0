/** The brief's height until it is opened: kept free for it from the first. */
export const BRIEF_HEIGHT = 'h-14';
