/** The event of the window by which React says that it has taken a page over. */
export const hydratedEvent = "depesza:hydrated";
