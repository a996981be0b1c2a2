import type { AddressInfo, Server } from "node:net";

/** Has a server listen, on a free port for 0. Resolves to the port; rejects with what the system says against it. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
