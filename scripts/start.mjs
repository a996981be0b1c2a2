// Runs before anything is installed, on any Node: only what is checked may be imported, and only afterwards.
import { complainAboutNode, warnAboutNode } from "./node-version.mjs";

const errorMessage = complainAboutNode(process.versions.node);
if (errorMessage) {
  console.error(errorMessage);
  process.exit(1);
}

const warning = warnAboutNode(process.versions.node);
if (warning) console.log(warning);

const { enterProject, ensureInstalled, ensureBuilt } = await import("./prepare.mjs");
enterProject();
process.env.NODE_ENV = "production";
process.env.NEXT_MANUAL_SIG_HANDLE = "1";
process.env.NEXT_TELEMETRY_DISABLED ??= "1";
ensureInstalled({ dev: false });
const needsPages = ["all", "web"].includes(process.env.ROLE || "all");
await ensureBuilt({ pages: needsPages });
await import("../dist/server.mjs");
stopWithNpm();

/** A signal for `npm start` reaches npm's shell and no further: when that shell is gone, this is what was meant. */
function stopWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 250).unref();
}
