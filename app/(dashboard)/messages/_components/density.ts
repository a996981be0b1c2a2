/** How tall the rows of the log are: 36 px, or 44. Two lines a message are as tall as they are. */
export type Density = "compact" | "roomy";

/** Where a browser's choice is kept, so that the server draws the rows right the first time. */
export const densityCookie = "density";

/** The choice that a cookie holds; whatever is none is the usual one. */
export function readDensity(cookie: string | undefined): Density {
  return cookie === "roomy" ? "roomy" : "compact";
}
