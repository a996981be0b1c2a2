import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../database/free-port";
import { acceptsConnections } from "./accepts-connections";

const program = ["/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/opt/homebrew/bin/pgbouncer"].find(
  (path) => existsSync(path),
);
const nobody = { uid: 65_534, gid: 65_534 };

/** PgBouncer in transaction mode before a server; it resets nothing between two transactions, as it is delivered. */
export async function startPgBouncer(
  databaseUrl: string,
): Promise<{ url: string; stop(): Promise<void> }> {
  if (!program) throw new Error("PgBouncer is missing: apt-get install pgbouncer");
  const folder = mkdtempSync(join(tmpdir(), "depesza-pgbouncer-"));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const url = new URL(databaseUrl);
  const file = join(folder, "pgbouncer.ini");
  writeFileSync(
    file,
    `[databases]
postgres = host=${url.hostname} port=${url.port} user=${url.username} password=${url.password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 4
max_client_conn = 200
`,
    { mode: 0o644 },
  );
  // It refuses to run as root.
  const owner = process.getuid?.() === 0 ? nobody : {};
  const child = spawn(program, ["-q", file], { ...owner, cwd: "/", stdio: "ignore" });
  const killWithUs = () => child.kill("SIGKILL");
  process.once("exit", killWithUs);
  while (!(await acceptsConnections(port))) {
    if (child.exitCode !== null) throw new Error("PgBouncer did not start.");
    await pause(20);
  }
  url.port = String(port);
  return {
    url: url.href,
    async stop() {
      process.off("exit", killWithUs);
      child.kill("SIGKILL");
      await once(child, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
