import { env } from "../core/env";
import { log } from "../core/log";
import { exitProcess } from "./exit-process";
import { guardProcess } from "./guard-process";
import { sentenceOf } from "./sentence-of";
import { type RunningServer, startServer } from "./start-server";

const shutdownMs = 9_500;
// npm passes the terminal's Ctrl-C on to us a second time; only a later one is a person's second thought.
const echoMs = 500;

let running: Promise<RunningServer> | undefined;
let toldAt: number | undefined;

process.on("SIGINT", shutDown);
process.on("SIGTERM", shutDown);
guardProcess();

run().catch((error: unknown) => end(sentenceOf(error)));

async function run() {
  const { ROLE, DATA_DIR } = env();
  running = startServer(() => {
    end(
      `The embedded PostgreSQL keeps ending unexpectedly; its log is ${DATA_DIR}/postgres.log. Start Depesza again.`,
    );
  });
  const { port } = await running;
  if (port === undefined) say(`Depesza is ready: ROLE=${ROLE} hands messages to carriers.`);
  else showReady(port, ROLE);
}

function showReady(port: number, role: string) {
  const address = `http://localhost:${port}`;
  say(`Depesza is ready at ${address}`);
  if (role === "api") say(`Send with POST ${address}/api/sms. Ctrl-C stops it.`);
  else say(`Sign up at ${address}/sign-up and send the first message. Ctrl-C stops it.`);
}

function shutDown() {
  if (toldAt !== undefined) {
    if (Date.now() - toldAt > echoMs) process.exit(1);
    return;
  }
  toldAt = Date.now();
  setTimeout(() => void exitProcess(0), shutdownMs).unref();
  void (async () => {
    const server = await running?.catch(() => undefined);
    await server?.stop().catch((error: unknown) => log().error({ err: error }, "shutdown failed"));
    await exitProcess(0);
  })();
}

function end(sentence: string) {
  process.stderr.write(`${sentence}\n`);
  void exitProcess(1);
}

function say(line: string) {
  process.stdout.write(`${line}\n`);
}
