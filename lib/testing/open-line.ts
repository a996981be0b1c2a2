import { connect, createServer } from "node:net";

interface Line {
  url: string;
  /** Breaks once, as soon as this text is about to pass to the database, which never gets it. */
  breakAt(text: string): void;
  /** Holds this text back, once, until the work is done; resolves with its result. */
  holdAt<T>(text: string, work: () => Promise<T>): Promise<T>;
  close(): void;
}

interface Trap {
  text: string;
  /** False breaks the line. */
  spring(): Promise<boolean>;
}

/** A way to a database that can break, or hold back what passes, at a text. */
export async function openLine(url: string): Promise<Line> {
  const { hostname, port } = new URL(url);
  let trap: Trap | undefined;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) socket.on("error", () => undefined);
    near.on("data", async (bytes) => {
      if (trap && bytes.includes(trap.text)) {
        const { spring } = trap;
        trap = undefined;
        if (!(await spring())) return void far.destroy();
      }
      far.write(bytes);
    });
    far.pipe(near);
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const here = new URL(url);
  here.host = `127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  return {
    url: here.href,
    breakAt(text) {
      trap = { text, spring: async () => false };
    },
    holdAt(text, work) {
      return new Promise((resolve, reject) => {
        trap = {
          text,
          spring: () =>
            work().then(
              (made) => {
                resolve(made);
                return true;
              },
              (error: unknown) => {
                reject(error);
                return false;
              },
            ),
        };
      });
    },
    close: () => void server.close(),
  };
}
