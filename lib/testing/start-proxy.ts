import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { freePort } from "../database/free-port";
import { acceptsConnections } from "./accepts-connections";
import { deployFile } from "./deploy-files";

export type ProxyName = "nginx" | "caddy";

interface Program {
  paths: string[];
  install: string;
  /** Its configuration in the folder `deploy`. */
  sample: string;
}

const programs: Record<ProxyName, Program> = {
  nginx: {
    paths: ["/usr/sbin/nginx", "/opt/homebrew/bin/nginx"],
    install: "apt-get install nginx-light",
    sample: "nginx/depesza.conf",
  },
  caddy: {
    paths: ["/usr/bin/caddy", "/opt/homebrew/bin/caddy"],
    install: "apt-get install caddy",
    sample: "caddy/Caddyfile",
  },
};

/** The name that the samples serve. */
export const proxiedHost = "sms.example.com";

/** Why tests of this proxy cannot run here, and how to get it; undefined if they can. */
export function missingProxy(name: ProxyName): string | undefined {
  const { paths, install } = programs[name];
  return paths.some((path) => existsSync(path)) ? undefined : `${name} is missing: ${install}`;
}

/**
 * The real proxy with the file that is shipped for it, in which only the port, the backend, and the certificate are
 * replaced, and what `change` replaces. It serves `https://sms.example.com` on `port` of 127.0.0.1.
 */
export async function startProxy(
  name: ProxyName,
  {
    backend = "http://127.0.0.1:3000",
    file = programs[name].sample,
    change = (sample) => sample,
  }: { backend?: string; file?: string; change?: (sample: string) => string },
): Promise<{ port: number; stop(): Promise<void> }> {
  const missing = missingProxy(name);
  if (missing) throw new Error(missing);
  const folder = mkdtempSync(join(tmpdir(), `depesza-${name}-`));
  const port = await freePort();
  const sample = change(deployFile(file)).replaceAll("127.0.0.1:3000", new URL(backend).host);
  const words = await configure[name](sample, { folder, port });
  const program = programs[name].paths.find((path) => existsSync(path)) ?? name;
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const child = spawn(program, words, { env, stdio: ["ignore", "ignore", "pipe"] });
  let printed = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    printed = (printed + text).slice(-10_000);
  });
  const killWithUs = () => child.kill("SIGKILL");
  process.once("exit", killWithUs);
  const ended = once(child, "close");
  while (!(await acceptsConnections(port))) {
    if (child.exitCode !== null) throw new Error(`${name} did not start:\n${printed}`);
    await pause(20);
  }
  return {
    port,
    async stop() {
      process.off("exit", killWithUs);
      child.kill("SIGKILL");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Location {
  folder: string;
  port: number;
}

const configure = {
  async nginx(sample: string, { folder, port }: Location): Promise<string[]> {
    const certificate = join(folder, "certificate.pem");
    const key = join(folder, "certificate.key");
    await promisify(execFile)("openssl", [
      ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"],
      ...["-days", "2", "-subj", `/CN=${proxiedHost}`, "-keyout", key, "-out", certificate],
    ]);
    const server = sample
      .replace("listen 443 ssl", `listen 127.0.0.1:${port} ssl`)
      .replace(`/etc/ssl/${proxiedHost}.pem`, certificate)
      .replace(`/etc/ssl/${proxiedHost}.key`, key);
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map((kind) => `  ${kind}_temp_path ${join(folder, kind)};`)
      .join("\n");
    const file = join(folder, "nginx.conf");
    writeFileSync(
      file,
      `daemon off;
master_process off;
pid ${join(folder, "pid")};
events {}
http {
  access_log off;
${temporary}
${server}
}
`,
    );
    return ["-p", folder, "-e", "stderr", "-c", file];
  },
  async caddy(sample: string, { folder, port }: Location): Promise<string[]> {
    const file = join(folder, "Caddyfile");
    const site = sample.replace(`${proxiedHost} {`, `${proxiedHost}:${port} {\n  bind 127.0.0.1`);
    // Its own certificate authority instead of the public one, and nothing on ports 80 and 2019.
    const options =
      "admin off\n  local_certs\n  skip_install_trust\n  auto_https disable_redirects";
    writeFileSync(file, `{\n  ${options}\n}\n${site}\n`);
    return ["run", "--config", file, "--adapter", "caddyfile"];
  },
} satisfies Record<ProxyName, (sample: string, location: Location) => Promise<string[]>>;
