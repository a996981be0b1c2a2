// Kannel as a package installs it: bearerbox, smsbox, and its fake SMSC, configured in a folder of the lab.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { freePort } from "../scripts/free-port.mjs";
import { pause } from "./open-lab.mjs";

const bearerbox = "/usr/sbin/bearerbox";
const smsbox = "/usr/sbin/smsbox";
const fakeSmsc = ["/usr/lib/kannel/test/fakesmsc", "/usr/bin/fakesmsc"].find((path) =>
  existsSync(path),
);
const readyMs = 10_000;

/** Why Kannel can't be measured beside us here; undefined when it can. */
export function whyNoKannel() {
  if (!existsSync(bearerbox) || !existsSync(smsbox)) return "kannel is not installed";
  if (!fakeSmsc) return "kannel-extras, which has fakesmsc, is not installed";
  return undefined;
}

/**
 * Starts Kannel with an empty spool and its fake SMSC, which takes what is sent meanwhile: with nobody to deliver to, its
 * spool grows by a file per message, and it accepts a third of that. `request` is a send for measure-load.mjs, of the same
 * length and text as ours.
 */
export async function startKannel(lab) {
  const home = mkdtempSync(join(lab.folder, "kannel-"));
  const ports = {
    admin: await freePort(),
    boxes: await freePort(),
    smsc: await freePort(),
    http: await freePort(),
  };
  mkdirSync(join(home, "spool"));
  writeFileSync(join(home, "kannel.conf"), configOf(home, ports));
  const children = [];
  const running = {
    async stop() {
      lab.forget(running);
      await Promise.all(children.reverse().map(end));
      rmSync(home, { recursive: true, force: true });
    },
  };
  lab.keep(running);
  const run = (program, words) => {
    const child = spawn(program, words, { cwd: home, stdio: "ignore" });
    children.push(child);
    return child;
  };
  run(bearerbox, ["-v", "4", "kannel.conf"]);
  await answers(ports.boxes);
  await answers(ports.smsc);
  // It says one thing as a phone, which nobody waits for, and takes messages until it ends.
  run(fakeSmsc, [
    "-v",
    "4",
    "-H",
    "127.0.0.1",
    "-r",
    String(ports.smsc),
    "-i",
    "86400",
    "-m",
    "1",
    "48732129000 Bench text hello",
  ]);
  run(smsbox, ["-v", "4", "kannel.conf"]);
  await answers(ports.http);
  const url = `http://127.0.0.1:${ports.http}`;
  const query =
    "username=bench&password=benchbench&from=Bench&to=4873212{d}&text=Your+login+code%3A+{n}";
  const request = { url: `${url}/cgi-bin/sendsms?${query}`, method: "GET" };
  return Object.assign(running, { url, request, pids: children.map(({ pid }) => pid) });
}

function configOf(home, { admin, boxes, smsc, http }) {
  return `
group = core
admin-port = ${admin}
admin-password = benchbench
admin-interface = 127.0.0.1
smsbox-port = ${boxes}
smsbox-interface = 127.0.0.1
box-allow-ip = 127.0.0.1
store-type = spool
store-location = "${home}/spool"
sms-incoming-queue-limit = -1
sms-outgoing-queue-limit = 10000000

group = smsc
smsc = fake
smsc-id = fake
port = ${smsc}
connect-allow-ip = 127.0.0.1

group = smsbox
bearerbox-host = 127.0.0.1
bearerbox-port = ${boxes}
sendsms-port = ${http}
sendsms-interface = 127.0.0.1
global-sender = Bench

group = sendsms-user
username = bench
password = benchbench
max-messages = 3

group = sms-service
keyword = default
max-messages = 0
text = ""
`;
}

async function answers(port) {
  const untilMs = performance.now() + readyMs;
  while (!(await isOpen(port))) {
    if (performance.now() > untilMs) throw new Error(`Kannel does not listen on ${port}.`);
    await pause(50);
  }
}

function isOpen(port) {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return undefined;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  // It would save its queue first, which nobody reads.
  child.kill("SIGKILL");
  return ended;
}
