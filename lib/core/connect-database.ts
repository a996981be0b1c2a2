import pg from "pg";
import { type ServerRole, serversOf } from "./database-url";
import { within } from "./within";

/** How long each server named in a database URL has to accept a connection. */
const connectMs = 2000;
const partingMs = 1000;

interface Connected {
  client: pg.Client;
  /** The URL of the one server that it leads to. */
  server: string;
}

/**
 * One connection, outside the pool, to the first server of a database URL that accepts it and has the role.
 * `name` is how it is called in pg_stat_activity. The caller ends it with `disconnect`. Throws what the last
 * server said, always with a code.
 */
export async function connectDatabase(
  url: string,
  name: string,
  role: ServerRole = "primary",
): Promise<Connected> {
  let failure: unknown;
  for (const server of serversOf(url)) {
    try {
      return { client: await connectServer(server, name, role), server };
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

/** Ends a connection: politely, and otherwise after a second. */
export async function disconnect(client: pg.Client): Promise<void> {
  await within(client.end(), partingMs, () => new Error("no farewell")).catch(() => {
    client.connection.stream.destroy();
  });
}

/** What the driver needs to know to connect to one server. */
export function connectionOptions(server: string, name: string) {
  return {
    connectionString: server,
    application_name: name,
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  };
}

/** What a server is asked to prove its role, and its response. */
const proofs: Record<ServerRole, { question: string; response: string }> = {
  primary: { question: "show transaction_read_only", response: "off" },
  standby: { question: "select pg_is_in_recovery()", response: "true" },
};

/**
 * Readies a new connection, `setUp` being SQL that sets its limits. Throws SQLSTATE 25006 when its server does not
 * have the role: a primary takes writes, and a standby does not.
 */
export async function setUpSession(
  client: pg.ClientBase,
  role: ServerRole,
  setUp = "",
): Promise<void> {
  const { question, response } = proofs[role];
  const results: unknown = await within(
    client.query(`set timezone = 'UTC'; ${setUp}; ${question}`),
    connectMs,
    () => withCode("CONNECT_TIMEOUT", "The database accepted a connection and then fell silent."),
  );
  const [row] = (results as pg.QueryResult[]).at(-1)?.rows ?? [];
  if (String(Object.values(row ?? {})[0]) !== response) throw wrongRole(role);
}

/** An error in the manner of the system's: its code is what callers look at. */
export function withCode(code: string, message: string, cause?: unknown): Error {
  return Object.assign(new Error(message, { cause }), { code });
}

/** The driver's own errors have no code; all of them mean that a connection was not made or is lost. */
export function codedFailure(error: unknown): unknown {
  const isCoded = typeof error === "object" && error !== null && "code" in error && error.code;
  return isCoded
    ? error
    : withCode("CONNECTION_LOST", "The connection to the database was lost.", error);
}

async function connectServer(server: string, name: string, role: ServerRole): Promise<pg.Client> {
  const client = new pg.Client(connectionOptions(server, name));
  // An idle connection that breaks says so by an event, which would otherwise end the process.
  client.on("error", () => undefined);
  try {
    await client.connect();
    await setUpSession(client, role);
    return client;
  } catch (error) {
    void disconnect(client);
    throw codedFailure(error);
  }
}

function wrongRole(role: ServerRole): Error {
  const is =
    role === "standby" ? "is no standby" : "accepts no writes: it is a standby or read-only";
  return withCode("25006", `The database server ${is}.`);
}
