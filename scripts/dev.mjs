// For work on the pages: Next reloads them as they change. Changes to the API or the worker need a new start.
import { ensureBuilt, ensureInstalled, enterProject } from "./prepare.mjs";

enterProject();
process.env.NODE_ENV = "development";
process.env.NEXT_MANUAL_SIG_HANDLE = "1";
// The pages reload faster than several processes would start.
process.env.PROCESSES ??= "1";
process.env.NEXT_TELEMETRY_DISABLED ??= "1";
ensureInstalled({ dev: true });
await ensureBuilt({ pages: false });
await import("../dist/server.mjs");
