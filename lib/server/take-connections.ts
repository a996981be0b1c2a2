import type { Server } from "node:http";
import type { Socket } from "node:net";

/** Lets a server that does not listen itself answer the connections that the main process hands over (`sharePort`). */
export function takeConnections(server: Server): void {
  // By this event an HTTP server begins to look for slow clients.
  server.emit("listening");
  process.on("message", (message: unknown, socket: Socket | undefined) => {
    if (message !== "connection") return;
    // Undefined when its client has left meanwhile.
    if (socket) {
      // As a server's own: a client may end its half first.
      socket.allowHalfOpen = true;
      server.emit("connection", socket);
    }
    process.send?.("taken", undefined, undefined, () => undefined);
  });
}
