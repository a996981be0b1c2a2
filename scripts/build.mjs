import { ensureBuilt, ensureInstalled, enterProject } from "./prepare.mjs";

enterProject();
ensureInstalled({ dev: false });
await ensureBuilt({ pages: true });
