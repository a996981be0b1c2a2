import { placeOf } from "../core/database-url";
import { AppError } from "../core/errors";
import { operatorSentence } from "../core/operator-sentence";
import { codeOf } from "../core/to-app-error";
import { askRow, withConnection } from "./acquire-lock";

const oldestVersion = 150_000;
const question =
  "select current_setting('server_version_num')::int as number, current_setting('server_version') as name";

/** Makes sure a database URL leads to a PostgreSQL we can use; otherwise says in one sentence what to do. */
export async function checkExternal(url: string, setting = "DATABASE_URL"): Promise<void> {
  const row = await withConnection(url, (client) => askRow(client, question)).catch(
    (cause: unknown) => {
      const code = codeOf(cause) || "no response";
      throw new AppError("unavailable", operatorSentence(sentence(url, code, setting)), { cause });
    },
  );
  if (Number(row?.["number"]) >= oldestVersion) return;
  throw new AppError(
    "unavailable",
    operatorSentence(
      `PostgreSQL ${row?.["name"]} at ${placeOf(url)} is too old; ${setting} must lead to a PostgreSQL 15 or newer.`,
    ),
  );
}

function sentence(url: string, code: string, setting: string): string {
  const place = `PostgreSQL at ${placeOf(url)}`;
  if (code === "28P01" || code === "28000") {
    return `${place} rejected the user or password in ${setting}; fix them.`;
  }
  if (code === "3D000") {
    return `${place} has no database of the name in ${setting}; create it with createdb or fix the name.`;
  }
  if (code === "25006") {
    return `${place} is a standby or read-only; ${setting} must name a server that takes writes.`;
  }
  return `No ${place.replace(" at", " responds at")} (${code}); start it, fix ${setting}, or unset it to use the embedded database.`;
}
