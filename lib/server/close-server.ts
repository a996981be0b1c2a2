import type { Server } from "node:http";
import { type AddressInfo, connect, Server as NetServer, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { loopbackOf } from "./loopback-of";

/** How long connections that wait in the kernel may take to be accepted. */
const maxAcceptMs = 5000;
/** A request may be on its way on a connection that looks idle: it gets so long to arrive. */
const idleMs = 1000;
/** After this, counted from the beginning, whatever is still open is cut. */
export const drainMs = 8000;
const lookMs = 50;

export interface Closing {
  /** The open ones of this server. */
  connections: Set<Socket>;
  /** From here on a response must be the last of its connection. Before, its client would come back on a new one. */
  onRefusing(): void;
  /** Ends the responses that would go on for ever; called again and again. */
  endStreams(): void;
}

/**
 * Closes a listener so that no request sent before is lost: connections that wait in the kernel are accepted, then new
 * ones are refused; idle connections stay for a second, and those in use until they have their response. Takes 8 s at
 * most.
 */
export async function closeServer(server: Server, closing: Closing): Promise<void> {
  const untilMs = performance.now() + drainMs;
  await acceptWaiting(server);
  // Not the HTTP server's own method, which destroys idle connections at once.
  NetServer.prototype.close.call(server, () => undefined);
  await drainServer(server, closing, untilMs - performance.now());
}

/**
 * Ends a server that gets no new connections any more: as `closeServer` says, within this time. It need not be one that
 * listens itself.
 */
export async function drainServer(
  server: Server,
  { connections, onRefusing, endStreams }: Closing,
  withinMs: number,
): Promise<void> {
  const begunMs = performance.now();
  onRefusing();
  while (connections.size > 0) {
    endStreams();
    const tookMs = performance.now() - begunMs;
    if (tookMs > idleMs) closeIdle(server, connections);
    if (tookMs > withinMs) for (const socket of connections) socket.destroy();
    await wait(lookMs);
  }
  // What else the HTTP server holds: the timer that looks for slow requests.
  server.close();
}

/**
 * Resolves when every connection that the kernel holds for us now is accepted; a busy process takes one in each turn of
 * its event loop. They come in the order they were made, so the last of them is one that we make ourselves.
 */
export async function acceptWaiting(server: NetServer): Promise<void> {
  const own = connectTo(server);
  const seen = new Set<number | undefined>();
  const accepted = new Promise<void>((resolve) => {
    const look = () => {
      if (own.localPort !== undefined && seen.has(own.localPort)) resolve();
    };
    // Before anybody hands it over to another process: then it has no port any more.
    server.prependListener("connection", ({ remotePort }: Socket) => {
      seen.add(remotePort);
      look();
    });
    own.once("connect", look);
    own.on("error", () => resolve());
  });
  await Promise.race([accepted, wait(maxAcceptMs)]);
  own.destroy();
}

function connectTo(server: NetServer): Socket {
  const { address, port } = server.address() as AddressInfo;
  return connect({ port, host: loopbackOf(address) });
}

function closeIdle(server: Server, connections: Set<Socket>): void {
  server.closeIdleConnections();
  // One that has never sent anything counts as busy there: browsers open some ahead of need.
  for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
}
