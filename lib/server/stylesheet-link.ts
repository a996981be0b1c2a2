import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { isProduction } from "../core/env";
import { ifThrows } from "../core/if-throws";
import { once } from "../core/once";
import { projectRoot } from "../database/project-root";

const address = "/_next/static/chunks";

/**
 * The Link header (RFC 8288) by which a browser requests the stylesheet of every page before it has read the page: the
 * styles then arrive before the scripts, and the first picture does not wait for those. Undefined in development.
 */
export const stylesheetLink = once((): string | undefined => {
  if (!isProduction()) return undefined;
  const folder = join(projectRoot(), ".next/static/chunks");
  // A build that is being replaced has no folder for a moment; its pages come without the header.
  const names = ifThrows(
    () => readdirSync(folder),
    () => [],
  );
  const [largest] = names
    .filter((name) => name.endsWith(".css"))
    .map((name) => ({ name, bytes: statSync(join(folder, name)).size }))
    // What one page alone needs is small; the largest is that of the root layout.
    .sort((one, other) => other.bytes - one.bytes);
  return largest && `<${address}/${largest.name}>; rel=preload; as=style`;
});
