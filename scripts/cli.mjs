import { complainAboutNode } from "./node-version.mjs";
import { ensureBuilt, ensureInstalled, enterProject } from "./prepare.mjs";

const complaint = complainAboutNode(process.versions.node);
if (complaint) {
  console.error(complaint);
  process.exit(1);
}
enterProject();
ensureInstalled({ dev: false });
await ensureBuilt({ pages: false });
await import("../dist/cli.mjs");
