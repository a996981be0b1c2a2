import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { isProduction } from "../core/env";
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
  const bytes = (name: string) => statSync(join(folder, name)).size;
  // What one page alone needs is small; the largest is that of the root layout.
  const [largest] = readdirSync(folder)
    .filter((name) => name.endsWith(".css"))
    .sort((one, other) => bytes(other) - bytes(one));
  return largest && `<${address}/${largest}>; rel=preload; as=style`;
});
