import { and, eq, type SQL } from "drizzle-orm";
import { accounts, users } from "@/drizzle/schema/accounts";
import { activityEvents } from "@/drizzle/schema/activity";
import { type Actor, demandAdmin } from "../core/actor";
import { anyOf } from "../core/any-of";
import { db } from "../core/db";
import { parsePublicId, publicId } from "../core/ids";
import { toActivityView } from "./_activity-view";
import { type ActivityRow, readActivity } from "./_read-activity";
import type { ActivityView, ListActivityQuery } from "./contract";
import { installationId } from "./who";

/** An event with whose log it is in; both are null for one of the installation itself. */
export interface InstallationActivity extends ActivityView {
  account_id: string | null;
  account_name: string | null;
}

interface Wanted {
  actor: Actor;
  /** `account` is `acc_…`, or the email of one of its people; `actor` is a whole email or name. */
  input: ListActivityQuery & { account?: string | undefined };
}

/**
 * What was done in all accounts and in the installation, newest first; `nextCursor` is null at the end. Throws
 * invalid_request for a cursor that is none, and forbidden unless the actor is an administrator.
 */
export async function listInstallationActivity({ actor, input }: Wanted): Promise<{
  data: InstallationActivity[];
  nextCursor: string | null;
}> {
  demandAdmin(actor);
  const { account, ...query } = input;
  const accountId = account ? await findAccount(account) : undefined;
  if (accountId === null) return { data: [], nextCursor: null };
  const isInAccount = accountId && eq(activityEvents.accountId, accountId);
  const { rows, nextCursor } = await readActivity(
    and(isInAccount || undefined, isCalled(query.actor)),
    query,
  );
  const names = await nameAccounts(rows);
  const data = rows.map((row) => ({ ...toActivityView(row), ...accountOf(row, names) }));
  return { data, nextCursor };
}

function isCalled(name: string | undefined): SQL | undefined {
  if (!name) return undefined;
  return eq(activityEvents.actorLabel, name.includes("@") ? name.toLowerCase() : name);
}

/** The account that is meant; null for none. */
async function findAccount(text: string): Promise<string | null> {
  const id = parsePublicId("acc", text);
  if (id) return id;
  const [person] = await db()
    .select({ accountId: users.accountId })
    .from(users)
    .where(eq(users.email, text.toLowerCase()));
  return person?.accountId ?? null;
}

async function nameAccounts(rows: ActivityRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.map(({ accountId }) => accountId))];
  const found = await db()
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(anyOf(accounts.id, ids));
  return new Map(found.map(({ id, name }) => [id, name]));
}

function accountOf({ accountId }: ActivityRow, names: Map<string, string>) {
  if (accountId === installationId) return { account_id: null, account_name: null };
  return { account_id: publicId("acc", accountId), account_name: names.get(accountId) ?? null };
}
