import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { freePort } from "../database/free-port";
import { projectRoot } from "../database/project-root";
import { findProgram, imageStages, imageVariables } from "./deploy-files";
import { makeImageTree } from "./image-tree";

const startMs = 60_000;
const uid = 1000;

/**
 * A container without Docker: namespaces of its own for mounts and processes, in which Depesza is the first process; its
 * root has the programs of this machine, the tree of the image in /app, and nothing that can be written but /data, /tmp,
 * and /dev/shm. It runs as compose.yaml has it: as a user without capabilities who can't get any.
 */
const enter = `
root=$1 tree=$2 data=$3 node=$4
shift 4
mount -t tmpfs -o mode=755,size=16m none "$root"
cd "$root"
mkdir -p app data dev/shm etc proc tmp usr opt/node/bin
mount --rbind /usr usr
mount -o remount,bind,ro usr
for each in bin sbin lib lib64; do
  if [ -L "/$each" ]; then cp -a "/$each" "$each"; fi
done
touch opt/node/bin/node
mount --bind "$node" opt/node/bin/node
mount --bind "$tree" app
mount -o remount,bind,ro app
mount --bind "$data" data
mount -t proc none proc
mount -t tmpfs -o mode=1777,size=512m none tmp
mount -t tmpfs -o mode=1777,size=256m none dev/shm
for each in null zero random urandom; do
  touch "dev/$each"
  mount --bind "/dev/$each" "dev/$each"
done
printf 'root:x:0:0::/:/bin/sh\\nnode:x:${uid}:${uid}::/:/bin/sh\\n' > etc/passwd
printf '127.0.0.1 localhost\\n' > etc/hosts
mount -o remount,ro "$root"
exec chroot "$root" /bin/sh -c 'cd /app && exec "$@"' sh "$@"
`;

const asNode = [
  ...["setpriv", "--reuid", String(uid), "--regid", String(uid), "--clear-groups"],
  ...["--no-new-privs", "--bounding-set=-all", "--inh-caps=-all"],
];

/** Why what the image holds can't be run here; undefined if it can. */
export function missingForImage(): string | undefined {
  if (process.platform !== "linux" || process.getuid?.() !== 0)
    return "only root on Linux can run it";
  const missing = ["unshare", "nsenter", "setpriv", "mount"].filter((name) => !findProgram(name));
  return missing.length > 0 ? `missing: apt-get install util-linux mount` : undefined;
}

interface RunningImage {
  url: string;
  /** All that it has printed. */
  output(): string;
  /** Runs a command in it, as `docker exec` does; resolves to its exit code and what it printed. */
  run(...words: string[]): Promise<{ code: number; printed: string }>;
  /** Sends SIGTERM and resolves to its exit code. */
  stop(): Promise<number | null>;
  remove(): Promise<void>;
}

/** Runs the command of the image with these settings and waits until it is ready. */
export async function startImage(settings: Record<string, string> = {}): Promise<RunningImage> {
  const folder = mkdtempSync(join(tmpdir(), "depesza-image-"));
  // On the disk of the project, for hard links.
  const tree = join(projectRoot(), "node_modules/.cache", `depesza-image-${process.pid}`);
  const data = join(folder, "data");
  const root = join(folder, "root");
  for (const each of [data, root]) mkdirSync(each, { mode: 0o755 });
  chownSync(data, uid, uid);
  makeImageTree(join(tree, "app"));
  const port = await freePort();
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: "production",
    PATH: "/opt/node/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    ...imageVariables(),
    ...{ HOST: "127.0.0.1", PORT: String(port), SIGN_UPS_PER_HOUR: "0" },
    ...settings,
  };
  const command = imageStages()
    .at(-1)
    ?.instructions.find(({ keyword }) => keyword === "CMD");
  const places = [root, join(tree, "app"), data, process.env["IMAGE_NODE"] ?? process.execPath];
  const child = spawn(
    "unshare",
    [
      ...["--mount", "--pid", "--fork", "--kill-child", "--propagation", "private"],
      ...["/bin/sh", "-euc", enter, "sh", ...places, ...asNode, ...(command?.words ?? [])],
    ],
    { env, stdio: ["ignore", "pipe", "pipe"] },
  );
  const printed = record(child);
  const ended = once(child, "close") as Promise<[number | null]>;
  async function remove() {
    child.kill("SIGKILL");
    await ended;
    rmSync(folder, { recursive: true, force: true });
    rmSync(tree, { recursive: true, force: true });
  }
  await untilReady(child, printed).catch(async (error: unknown) => {
    await remove();
    throw error;
  });
  const first = firstProcessOf(child.pid);
  return {
    url: `http://127.0.0.1:${port}`,
    output: printed,
    run: (...words) => runBeside(first, env, words),
    async stop() {
      process.kill(first, "SIGTERM");
      return (await ended)[0];
    },
    remove,
  };
}

function record(child: ChildProcess): () => string {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
  }
  return () => text;
}

async function untilReady(child: ChildProcess, printed: () => string): Promise<void> {
  const deadline = Date.now() + startMs;
  while (!/ready at /.test(printed())) {
    if (child.exitCode !== null || Date.now() > deadline) {
      throw new Error(`What the image holds did not start:\\n${printed()}`);
    }
    await pause(50);
  }
}

/** The process that is the first one in there, by its number out here. */
function firstProcessOf(parent = 0): number {
  return Number(readFileSync(`/proc/${parent}/task/${parent}/children`, "utf8").trim());
}

async function runBeside(first: number, env: NodeJS.ProcessEnv, words: string[]) {
  const there = ["--target", String(first), "--mount", "--pid", "--root", "--wd"];
  const command = [...there, ...asNode, ...words];
  return promisify(execFile)("nsenter", command, { env, timeout: startMs }).then(
    ({ stdout, stderr }) => ({ code: 0, printed: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ code: Number(code), printed: `${stdout}${stderr}` }),
  );
}
