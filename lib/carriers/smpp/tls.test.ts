import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer, type Server } from "node:tls";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { type SmppPlay, startSmpp, textMessage } from "../../testing/start-smpp";
import { type Smsc, startSmsc } from "../../testing/start-smsc";

const folder = mkdtempSync(join(tmpdir(), "depesza-smpp-"));
let smsc: Smsc;
let front: Server;
let play: SmppPlay | undefined;

beforeAll(async () => {
  smsc = await startSmsc();
  front = createServer(selfSigned(), (socket) => {
    const back = connect({ host: "127.0.0.1", port: smsc.port });
    socket
      .on("error", () => back.destroy())
      .pipe(back)
      .on("error", () => socket.destroy());
    back.pipe(socket);
  }).listen(0, "127.0.0.1");
  front.on("tlsClientError", () => undefined);
  await once(front, "listening");
});

afterEach(async () => {
  await play?.stop();
  play = undefined;
  vi.unstubAllEnvs();
});

afterAll(async () => {
  await smsc.stop();
  front.close();
  rmSync(folder, { recursive: true });
});

test("gives its password to nobody whose certificate is not valid", async () => {
  play = await startSmpp({}, { tls: true, port: portOf(front) });
  expect(await play.submit(textMessage("a"))).toMatchObject([
    { kind: "requeue", reason: "carrier_down", detail: expect.stringContaining("certificate") },
  ]);
  expect(smsc.lines).toEqual([]);
});

test("submits over TLS", async () => {
  // The certificate of this test has no authority that anybody knows.
  vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
  play = await startSmpp({}, { tls: true, port: portOf(front) });
  expect(await play.submit(textMessage("over TLS"))).toMatchObject([{ kind: "accepted" }]);
  expect(smsc.taken().map(({ octets }) => octets.toString())).toEqual(["over TLS"]);
});

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function selfSigned(): { key: Buffer; cert: Buffer } {
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const words = `req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -keyout ${key} -out ${cert}`;
  execFileSync("openssl", words.split(" "), { stdio: "ignore" });
  return { key: readFileSync(key), cert: readFileSync(cert) };
}
