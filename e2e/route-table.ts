import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const build = fileURLToPath(new URL("../.next", import.meta.url));

function read(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(build, file), "utf8"));
}

/** Every path that Next serves by its own manifest, with a value for each parameter. The API's are tested elsewhere. */
export function pagePaths(): string[] {
  return Object.values(read("app-path-routes-manifest.json"))
    .map((path) =>
      String(path)
        .replace(/\[\.\.\.\w+\]/g, "csrf")
        .replace(/\[\w+\]/g, "msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA"),
    )
    .filter((path) => !path.startsWith("/_") && !path.startsWith("/api/["));
}

interface Action {
  id: string;
  /** A page that has it. */
  path: string;
}

/** Every server action of the build. */
export function serverActions(): Action[] {
  const manifest = read("server/server-reference-manifest.json")["node"];
  return Object.entries(manifest as Record<string, { workers: Record<string, unknown> }>).map(
    ([id, { workers }]) => ({ id, path: pathOf(Object.keys(workers)[0] ?? "") }),
  );
}

function pathOf(worker: string): string {
  const path = worker.replace(/^app|\/page$|\/\([^)]*\)/g, "");
  return path.replace(/\[\w+\]/g, "msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA") || "/";
}
