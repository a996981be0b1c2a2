// A main process with a stand-in for the process of the pages, for tests that kill one or the other. Prints its URL.
import { join } from "node:path";
import { projectRoot } from "../database/project-root";
import { serveHttp } from "../server/serve-http";

const pagesProgram = join(projectRoot(), "lib/testing/pages-stand-in.ts");
const door = await serveHttp({ port: 0, host: "127.0.0.1", role: "web", pagesProgram });
process.on("SIGTERM", () => void door.close().then(() => process.exit(0)));
process.stdout.write(`http://127.0.0.1:${door.port}\n`);
