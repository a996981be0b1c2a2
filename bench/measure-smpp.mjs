// Messages per second with receipts over SMPP, beside the bare package to the same SMSC.
import { spawn } from "node:child_process";

const window = 50;

/** The best of each in turn, so that a machine which slows down meanwhile does so for both. */
export async function measureSmpp({ root, env, rounds = 3, count = 10_000 }) {
  const smsc = spawn(process.execPath, ["bench/smpp-smsc.mjs"], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = Number((await firstLine(smsc)).split(" ")[1]);
  const run = async (program) => {
    const words = [program, String(port), String(count), String(window)];
    const child = spawn(process.execPath, words, {
      cwd: root,
      env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    return Number(await firstLine(child));
  };
  const bare = [];
  const ours = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await run("bench/smpp-bare.mjs"));
    ours.push(await run("dist/smpp.mjs"));
  }
  smsc.kill();
  return { bare: Math.max(...bare), ours: Math.max(...ours) };
}

function firstLine(child) {
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`ended with ${code} before it said anything`)));
    child.stdout.once("data", (chunk) => resolve(String(chunk).trim()));
  });
}
