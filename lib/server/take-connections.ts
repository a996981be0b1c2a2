import type { Server } from "node:http";
import type { Socket } from "node:net";

/**
 * Lets a server that does not listen itself answer the connections that the main process hands over (`sharePort`). It
 * says `taken` for each, and `missed` for one that did not get here: so it is where this process may open no more files.
 */
export function takeConnections(server: Server): void {
  let hasCome = false;
  const say = (word: "taken" | "missed") =>
    process.send?.(word, undefined, undefined, () => undefined);
  // By this event an HTTP server begins to look for slow clients.
  server.emit("listening");
  process.on("message", (message: unknown, socket: Socket | undefined) => {
    if (message === "passed on") {
      if (!hasCome) say("missed");
      hasCome = false;
    }
    if (message !== "connection") return;
    hasCome = true;
    // Undefined when its client has left meanwhile.
    if (socket) {
      // As a server's own: a client may end its half first.
      socket.allowHalfOpen = true;
      server.emit("connection", socket);
    }
    say("taken");
  });
}
