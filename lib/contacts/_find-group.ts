import { and, eq } from "drizzle-orm";
import { contactGroups } from "@/drizzle/schema/contacts";
import type { Actor } from "../core/actor";
import { anyOf } from "../core/any-of";
import type { Tx } from "../core/db";
import { AppError } from "../core/errors";
import { parsePublicId } from "../core/ids";
import { invalidFields } from "../core/invalid-fields";
import { codeOf } from "../core/to-app-error";
import { contactSentences } from "./sentences";

/** SQLSTATE of a unique violation (PostgreSQL, appendix A): the name is used. */
const uniqueViolation = "23505";

type OfAccount = Pick<Actor, "accountId">;

/** A group of the account, held against deletion until the transaction ends. Throws not_found. */
export async function holdGroup({ accountId }: OfAccount, groupId: string, tx: Tx) {
  const id = parsePublicId("grp", groupId.slice(0, 64));
  const [group] = id
    ? await tx
        .select()
        .from(contactGroups)
        .where(and(eq(contactGroups.accountId, accountId), eq(contactGroups.id, id)))
        .for("key share")
    : [];
  if (!group) throw noSuchGroup();
  return group;
}

/** The stored IDs of these groups, held against deletion. Throws invalid_request that names one that is unknown. */
export async function holdGroups(
  { accountId }: OfAccount,
  groupIds: readonly string[],
  tx: Tx,
): Promise<string[]> {
  if (groupIds.length === 0) return [];
  const ids = new Map(groupIds.map((each) => [each, parsePublicId("grp", each) ?? ""]));
  const known = [...ids.values()].filter((id) => id !== "");
  const rows = await tx
    .select({ id: contactGroups.id })
    .from(contactGroups)
    .where(and(eq(contactGroups.accountId, accountId), anyOf(contactGroups.id, known)))
    .orderBy(contactGroups.id)
    .for("key share");
  const found = new Set(rows.map(({ id }) => id));
  const unknown = [...ids].find(([, id]) => !found.has(id));
  if (unknown) {
    const id = unknown[0].slice(0, 40).toWellFormed();
    throw invalidFields({ groups: [contactSentences.unknownGroup({ id })] });
  }
  return [...found];
}

/** The one way to say that there is no such group. */
export function noSuchGroup(): AppError {
  return new AppError("not_found", contactSentences.groupNotFound);
}

/** A change that failed because the name is used, as conflict; every other failure as it is. */
export function translateUsedName(error: unknown): unknown {
  if (codeOf(error) !== uniqueViolation) return error;
  return new AppError("conflict", contactSentences.usedName, { cause: error });
}

/** Groups serve both modes: a test token may add one, but not change whom live campaigns reach. Throws forbidden. */
export function demandLive({ mode }: Pick<Actor, "mode">): void {
  if (mode === "test") throw new AppError("forbidden", contactSentences.testTokenGroup);
}
