// One of several processes that answer the API: the main process hands connections over to it, and says where the pages
// are (docs/decisions/api-processes-share-a-port.md).
import { env } from "../core/env";
import { drainServer } from "./close-server";
import { openHttpServer } from "./open-http-server";
import { runPart } from "./run-part";
import { takeConnections } from "./take-connections";
import { watchWorker } from "./watch-worker";

interface Told {
  /** Where the process of the pages takes requests; null while it is away. */
  pages?: string | null;
  /** The port is about to be closed. */
  isClosing?: true;
}

const pages: { socket?: string | undefined } = {};

runPart(async () => {
  const { server, ...closing } = openHttpServer(
    env().ROLE === "api" ? undefined : () => pages.socket,
  );
  process.on("message", (told: Told) => {
    if (told?.pages !== undefined) pages.socket = told.pages ?? undefined;
    if (!told?.isClosing) return;
    closing.onRefusing();
    process.send?.("closing");
  });
  takeConnections(server);
  const watch = watchWorker();
  return {
    async stop(withinMs) {
      await Promise.all([drainServer(server, closing, withinMs), watch.stop()]);
    },
  };
});
