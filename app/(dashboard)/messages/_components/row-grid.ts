/**
 * The columns of the log, for its heading and its rows alike; fewer where there is less room. A grid and not
 * a table's own layout, because the body has to be moved as one block (see useSlide).
 */
export const rowGrid =
  "grid grid-cols-[12rem_9rem_8rem_minmax(0,1fr)_6rem_5rem_12rem] " +
  "@max-4xl:grid-cols-[12rem_9rem_minmax(0,1fr)_5rem_12rem] " +
  "@max-3xl:grid-cols-[12rem_9rem_minmax(0,1fr)_9rem] ";
