import { and, desc, lt, type SQL } from "drizzle-orm";
import { verifications } from "@/drizzle/schema/verifications";
import { type Actor, demandPermission } from "../core/actor";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { parsePublicId, publicId } from "../core/ids";
import { invalidFields } from "../core/invalid-fields";
import { coreSentences } from "../core/sentences";
import { visibleVerifications } from "./_find-verification";
import { toVerificationView } from "./_verification-view";
import type { ListVerificationsQuery, VerificationView } from "./contract";

interface Wanted {
  actor: Actor;
  input: ListVerificationsQuery;
}

/**
 * The verifications of the account, newest first, without their codes; `nextCursor` is null at the end. Throws
 * invalid_request for a cursor that is none, and forbidden without `read_messages`.
 */
export async function listVerifications({ actor, input }: Wanted): Promise<{
  data: VerificationView[];
  nextCursor: string | null;
}> {
  demandPermission(actor, "read_messages");
  const { limit, cursor } = input;
  const rows = await db()
    .select()
    .from(verifications)
    .where(and(visibleVerifications(actor), cursor === undefined ? undefined : behind(cursor)))
    .orderBy(desc(verifications.id))
    .limit(limit + 1);
  const now = await databaseNow();
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    data: page.map((row) => toVerificationView(row, now)),
    nextCursor: last ? publicId("ver", last.id) : null,
  };
}

function behind(cursor: string): SQL {
  const id = parsePublicId("ver", cursor);
  if (!id) throw invalidFields({ cursor: [coreSentences.wrongCursor] });
  return lt(verifications.id, id);
}
