import { AppError } from "../core/errors";
import { connectOnce } from "./hold-lock";

const oldestVersion = 150_000;

/** Makes sure DATABASE_URL leads to a PostgreSQL we can use; otherwise says in one sentence what to do. */
export async function checkExternal(url: string): Promise<void> {
  const sql = connectOnce(url);
  try {
    const [row] =
      await sql`select current_setting('server_version_num')::int as number, current_setting('server_version') as name`;
    if (Number(row?.["number"]) >= oldestVersion) return;
    throw new AppError(
      "unavailable",
      `PostgreSQL ${row?.["name"]} at ${placeOf(url)} is too old; DATABASE_URL must lead to a PostgreSQL 15 or newer.`,
    );
  } catch (error) {
    throw error instanceof AppError ? error : explain(url, error);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function explain(url: string, cause: unknown): AppError {
  const code = (cause as { code?: string }).code ?? "no answer";
  return new AppError("unavailable", sentence(url, code), { cause });
}

function sentence(url: string, code: string): string {
  if (code === "28P01" || code === "28000") {
    return `PostgreSQL at ${placeOf(url)} refused the user or password in DATABASE_URL; correct them.`;
  }
  if (code === "3D000") {
    return `PostgreSQL at ${placeOf(url)} has no database of the name in DATABASE_URL; create it with createdb or correct the name.`;
  }
  return `No PostgreSQL answers at ${placeOf(url)} (${code}); start it, correct DATABASE_URL, or unset it to use the embedded database.`;
}

function placeOf(url: string): string {
  const { hostname, port } = new URL(url);
  return `${hostname}:${port || 5432}`;
}
