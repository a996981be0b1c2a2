import { complainAboutNode } from "./node-version.mjs";
import { ensureBuilt, ensureInstalled, enterProject } from "./prepare.mjs";

const errorMessage = complainAboutNode(process.versions.node);
if (errorMessage) {
  console.error(errorMessage);
  process.exit(1);
}
enterProject();
ensureInstalled({ dev: false });
await ensureBuilt({ pages: false });
await import("../dist/cli.mjs");
