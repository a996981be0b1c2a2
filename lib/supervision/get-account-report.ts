import { asc, desc, eq } from "drizzle-orm";
import { type accounts, sessionUses, users } from "@/drizzle/schema/accounts";
import { refusedRequests } from "@/drizzle/schema/onboarding";
import { findSuspension, type Suspension } from "../accounts/find-suspension";
import { type Actor, demandAdmin, operatorOf } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parsePublicId } from "../core/ids";
import { coreSentences } from "../core/sentences";
import { type CreditMovement, listMovements } from "../credits/list-movements";
import { priceListInForce } from "../payments/price-list-in-force";
import type { PriceList } from "../pricing/price-list";
import { listSenderNames, type SenderName } from "../sender-names/list-sender-names";
import type { TokenView } from "../tokens/contract";
import { listTokens } from "../tokens/list-tokens";
import { totalByStatus } from "../traffic/total-by-status";
import type { EndpointView } from "../webhooks/contract";
import { listEndpoints } from "../webhooks/list-endpoints";
import { findAccount } from "./_find-account";

const hourMs = 3_600_000;
/** The windows of the messages that are counted, in hours. */
const windows = { day: 24, week: 7 * 24, month: 30 * 24 } as const;
const maxPeople = 20;
const maxMovements = 10;
const maxRefusals = 10;
const maxTokens = 50;

export type Window = keyof typeof windows;

interface Person {
  email: string;
  name: string | null;
  hasTwoStep: boolean;
  createdAt: Date;
}

type Refusal = Pick<
  typeof refusedRequests.$inferSelect,
  "id" | "at" | "method" | "path" | "status" | "code"
>;

/** An account as the administrator sees it: whose it is, what it has, and how its messages fare; never a text. */
export interface AccountReport {
  account: typeof accounts.$inferSelect;
  suspension: Suspension | undefined;
  people: Person[];
  lastSeenAt: Date | null;
  /** Live messages by status. */
  messages: Record<Window, Record<string, number>>;
  movements: CreditMovement[];
  /** The newest 50 at most. */
  tokens: TokenView[];
  endpoints: EndpointView[];
  senderNames: SenderName[];
  refusals: Refusal[];
  prices: PriceList;
}

interface Wanted {
  actor: Actor;
  /** As people see it, `acc_…`. */
  input: { accountId: string };
}

/** Reports on an account. Throws not_found, and forbidden unless by an administrator. */
export async function getAccountReport({ actor, input }: Wanted): Promise<AccountReport> {
  demandAdmin(actor);
  const accountId = parsePublicId("acc", input.accountId);
  if (accountId === undefined) throw new AppError("not_found", coreSentences.accountNotFound);
  const account = await findAccount(accountId);
  const owner = operatorOf(accountId);
  const [suspension, people, lastSeenAt, messages, ledger, tokens, endpoints, names, refusals] =
    await Promise.all([
      findSuspension({ actor: owner }),
      listPeople(accountId),
      findLastSeen(accountId),
      countMessages(accountId),
      listMovements({ actor: owner, input: { query: {}, limit: maxMovements } }),
      listTokens({ actor: owner }),
      listEndpoints({ actor: owner }),
      listSenderNames({ actor: owner }),
      listRefusals(accountId),
    ]);
  return {
    ...{ account, suspension, people, lastSeenAt, messages, endpoints, refusals },
    movements: ledger.movements,
    tokens: tokens.slice(0, maxTokens),
    senderNames: names,
    prices: priceListInForce(),
  };
}

async function listPeople(accountId: string): Promise<Person[]> {
  const rows = await db()
    .select()
    .from(users)
    .where(eq(users.accountId, accountId))
    .orderBy(asc(users.id))
    .limit(maxPeople);
  return rows.map(({ email, name, totpEnabledAt, createdAt }) => ({
    ...{ email, name, createdAt },
    hasTwoStep: totpEnabledAt !== null,
  }));
}

async function findLastSeen(accountId: string): Promise<Date | null> {
  const [last] = await db()
    .select({ at: sessionUses.lastSeenAt })
    .from(sessionUses)
    .where(eq(sessionUses.accountId, accountId))
    .orderBy(desc(sessionUses.lastSeenAt))
    .limit(1);
  return last?.at ?? null;
}

async function countMessages(accountId: string): Promise<AccountReport["messages"]> {
  const count = async (window: Window) => {
    const since = new Date(Math.floor(Date.now() / hourMs - windows[window]) * hourMs);
    return (await totalByStatus(accountId, { test: false, since })) ?? {};
  };
  const [day, week, month] = await Promise.all([count("day"), count("week"), count("month")]);
  return { day, week, month };
}

async function listRefusals(accountId: string): Promise<Refusal[]> {
  const { id, at, method, path, status, code } = refusedRequests;
  return db()
    .select({ id, at, method, path, status, code })
    .from(refusedRequests)
    .where(eq(refusedRequests.accountId, accountId))
    .orderBy(desc(refusedRequests.id))
    .limit(maxRefusals);
}
