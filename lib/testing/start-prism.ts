import { join } from "node:path";
import { projectRoot } from "../database/project-root";
import { serveProgram } from "./serve-program";

/** Prism reads and checks a whole specification before it listens: a hook that starts it needs this long. */
export const prismStartMs = 60_000;

/**
 * Starts Prism between a client and a server that is to hold to a specification: it hands every request on and says in the
 * header `sl-violations` of the response what of either breaks the specification.
 */
export function startPrismBefore(
  upstream: string,
  specification: string,
): Promise<{ url: string; stop(): Promise<void> }> {
  return servePrism(["proxy", join(projectRoot(), specification), upstream]);
}

/**
 * Starts Prism as a stand-in for a service, made from the service's own specification, a file of this repository. It
 * gives the example of the specification to every request that holds to it, and 4xx to any other, with the reasons in
 * the header `sl-violations`. It remembers nothing.
 */
export function startPrism(specification: string): Promise<{ url: string; stop(): Promise<void> }> {
  return servePrism(["mock", join(projectRoot(), specification)]);
}

function servePrism(words: string[]): Promise<{ url: string; stop(): Promise<void> }> {
  const program = join(projectRoot(), "node_modules/@stoplight/prism-cli/dist/index.js");
  return serveProgram((port) => [process.execPath, program, ...words, "-p", String(port)], {});
}
