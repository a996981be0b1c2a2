// One of several processes that answer the API: the main process hands connections over to it, and says where the pages
// are (docs/decisions/api-processes-share-a-port.md).
import { env } from "../core/env";
import { drainServer } from "./close-server";
import { openHttpServer } from "./open-http-server";
import { runPart } from "./run-part";
import { takeConnections } from "./take-connections";

const pages: { socket?: string | undefined } = {};

runPart(async () => {
  const { server, ...closing } = openHttpServer(
    env().ROLE === "api" ? undefined : () => pages.socket,
  );
  takeConnections(server);
  return { stop: (withinMs) => drainServer(server, closing, withinMs) };
});

process.on("message", (message: { pages?: string | null }) => {
  if (message?.pages !== undefined) pages.socket = message.pages ?? undefined;
});
