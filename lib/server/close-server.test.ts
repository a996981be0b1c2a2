import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { projectRoot } from "../database/project-root";
import { mintAccount } from "../testing/mint-account";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const dataDir = mkdtempSync(join(tmpdir(), "depesza-close-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

let child: ChildProcess;
let port: number;
afterEach(() => child.kill("SIGKILL"));

/** One request of a client and what became of it; a connection that was refused carried none. */
interface Exchange {
  sentAt: number;
  outcome: "answered" | "lost";
  /** Of its connection. */
  isFirst: boolean;
  isLast: boolean;
}

function open(): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => resolve(socket));
    socket.once("error", () => resolve(undefined));
  });
}

async function exchange(socket: Socket, request: string): Promise<Exchange> {
  const sentAt = performance.now();
  const isFirst = socket.bytesWritten === 0;
  socket.write(request);
  const response = await new Promise<string>((resolve) => {
    let received = "";
    const read = (data: Buffer) => {
      received += data;
      const [head = "", body] = received.split("\r\n\r\n");
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
      if (body !== undefined && Buffer.byteLength(body) >= length) finish(received);
    };
    const lose = () => finish("");
    const finish = (result: string) => {
      socket.off("data", read).off("close", lose);
      resolve(result);
    };
    socket.on("data", read).once("close", lose);
  });
  const isLast = /^connection: close/im.test(response);
  return {
    sentAt,
    outcome: response.startsWith("HTTP/1.1 ") ? "answered" : "lost",
    isFirst,
    isLast,
  };
}

/** Asks again and again, on one connection as long as the server keeps it, until it is refused. */
async function hammer(request: string): Promise<Exchange[]> {
  const exchanges: Exchange[] = [];
  for (;;) {
    const socket = await open();
    if (!socket) return exchanges;
    socket.on("error", () => {});
    for (;;) {
      const made = await exchange(socket, request);
      exchanges.push(made);
      if (made.isLast || made.outcome !== "answered") break;
    }
    socket.destroy();
  }
}

describe.each([
  ["in one process", 1],
  ["in two processes that share the port", 2],
])("%s", (_where, processes) => {
  beforeEach(async () => {
    child = spawn(process.execPath, [join(projectRoot(), "scripts/start.mjs")], {
      cwd: projectRoot(),
      env: {
        ...process.env,
        ...{
          ROLE: "api",
          PROCESSES: String(processes),
          PORT: "0",
          HOST: "127.0.0.1",
          DATA_DIR: dataDir,
        },
        ...{ RATE_LIMIT_BURST: "0", RATE_LIMIT_SUSTAINED: "0" },
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    child.stdout?.on("data", (text) => {
      said += text;
    });
    port = await vi.waitFor(() => {
      const match = /ready at http:\/\/localhost:(\d+)/.exec(said);
      if (!match) throw new Error(`It is not ready: ${said}`);
      return Number(match[1]);
    }, 30_000);
  });

  test("under load SIGTERM loses no request that was sent before it, on a kept connection or a new one", async () => {
    const { token } = await mintAccount({ credits: 1_000_000 });
    const body = JSON.stringify({ from: "YourBrand", to: "48732129000", body: "x" });
    const length = `content-length: ${body.length}\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json`;
    const send = `POST /api/sms HTTP/1.1\r\nhost: x\r\n${length}\r\n\r\n${body}`;
    const look = "GET /api/health/live HTTP/1.1\r\nhost: x\r\n";
    const clients = [
      ...Array.from({ length: 20 }, () => hammer(send)),
      ...Array.from({ length: 20 }, () => hammer(`${look}\r\n`)),
      ...Array.from({ length: 10 }, () => hammer(`${look}connection: close\r\n\r\n`)),
    ];
    await vi.waitFor(async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/api/sms`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(((await answer.json()) as { data: unknown[] }).data.length).toBeGreaterThan(20);
    }, 20_000);

    const toldAt = performance.now();
    child.kill("SIGTERM");
    const [exitCode] = await once(child, "exit");
    const exchanges = (await Promise.all(clients)).flat();
    expect(exitCode).toBe(0);
    expect(performance.now() - toldAt).toBeLessThan(10_000);
    expect(exchanges.length).toBeGreaterThan(200);
    const lost = exchanges.filter(({ outcome }) => outcome === "lost");
    expect(lost.filter(({ sentAt }) => sentAt <= toldAt)).toEqual([]);
    // A connection made after the signal may come too late to be accepted; an accepted one is always answered.
    expect(lost.filter(({ isFirst }) => !isFirst)).toEqual([]);
  });

  test("a request on a connection that was idle when SIGTERM came is answered, and is the connection's last", async () => {
    const sockets = await Promise.all(Array.from({ length: 30 }, open));
    const request = "GET /api/health/live HTTP/1.1\r\nhost: x\r\n\r\n";
    // Half of them have carried a request before, half were opened ahead of need.
    for (const socket of sockets.slice(15)) if (socket) await exchange(socket, request);
    child.kill("SIGTERM");
    const refused = async () => expect(await open()).toBeUndefined();
    await vi.waitFor(refused, { timeout: 5000, interval: 5 });
    const made = await Promise.all(sockets.map((socket) => socket && exchange(socket, request)));
    expect(made).toEqual(
      made.map(() => expect.objectContaining({ outcome: "answered", isLast: true })),
    );
    expect((await once(child, "exit"))[0]).toBe(0);
  });

  test("nobody who only keeps a connection open delays the end", async () => {
    const sockets = await Promise.all(Array.from({ length: 10 }, open));
    const toldAt = performance.now();
    child.kill("SIGTERM");
    expect((await once(child, "exit"))[0]).toBe(0);
    expect(performance.now() - toldAt).toBeLessThan(7000);
    for (const socket of sockets) socket?.destroy();
  });
});
