// What `npm start` runs, with another program for the process of the pages, for tests that kill one of its processes.
// Prints its URL.
import { startServer } from "../server/start-server";

const [pagesProgram] = process.argv.slice(2);
const server = await startServer(() => process.exit(1), pagesProgram);
process.on("SIGTERM", () => void server.stop().then(() => process.exit(0)));
process.stdout.write(`http://127.0.0.1:${server.port}\n`);
