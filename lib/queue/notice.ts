import { sql } from "drizzle-orm";
import { z } from "zod";
import { sqlPool, type Tx } from "../core/db";

const channel = "messages_changed";
/** NOTIFY carries at most 8000 bytes; beyond this many ids listeners reload instead. */
const mostIds = 150;

const Notice = z.object({ account: z.string(), ids: z.array(z.string()).nullable() });

/** Which messages of an account changed; `ids` null means "many, look again". */
export type Notice = z.infer<typeof Notice>;

/** Says at commit that messages of an account changed. Carries ids only. */
export async function notify(tx: Tx, account: string, ids: string[]): Promise<void> {
  const notice: Notice = { account, ids: ids.length > mostIds ? null : ids };
  await tx.execute(sql`select pg_notify(${channel}, ${JSON.stringify(notice)})`);
}

/**
 * Calls `onNotice` for each committed change, and `onGap` whenever the connection was (re)made: what was
 * said in between is lost, so a listener must look again. Returns the function that stops listening.
 */
export async function listen(
  onNotice: (notice: Notice) => void,
  onGap: () => void,
): Promise<() => Promise<void>> {
  const { unlisten } = await sqlPool().listen(
    channel,
    (payload) => onNotice(Notice.parse(JSON.parse(payload))),
    onGap,
  );
  return unlisten;
}
