import { desc, eq, sql } from "drizzle-orm";
import { refusedRequests } from "@/drizzle/schema/onboarding";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { coreSentences } from "../core/sentences";
import type { TokenProblem } from "../tokens/contract";
import { type Steps, selectSteps } from "./_steps";
import type { OnboardingView, RefusalView } from "./contract";

const maxShown = 5;

/** How far an account has come, at this moment. Throws not_found, and forbidden without `read_messages`. */
export async function getOnboarding({ actor }: { actor: Actor }): Promise<OnboardingView> {
  demandPermission(actor, "read_messages");
  const { accountId } = actor;
  const [[steps], refusals] = await Promise.all([
    db().execute<Steps & Record<string, unknown>>(selectSteps(sql`a.id = ${accountId}`)),
    listRefusals(accountId),
  ]);
  if (!steps) throw new AppError("not_found", coreSentences.accountNotFound);
  return {
    signup_at: new Date(steps.signupAt).toISOString(),
    first_token_at: wireTime(steps.firstTokenAt),
    first_request_at: wireTime(steps.firstRequestAt),
    first_accepted_at: wireTime(steps.firstAcceptedAt),
    first_delivered_at: wireTime(steps.firstDeliveredAt),
    first_webhook_at: wireTime(steps.firstWebhookAt),
    is_dismissed: steps.dismissedAt !== null,
    refusals: steps.firstDeliveredAt === null ? refusals : [],
    now: new Date().toISOString(),
  };
}

async function listRefusals(accountId: string): Promise<RefusalView[]> {
  const rows = await db()
    .select()
    .from(refusedRequests)
    .where(eq(refusedRequests.accountId, accountId))
    .orderBy(desc(refusedRequests.id))
    .limit(maxShown);
  return rows.map(({ accountId: _, at, problem, ...row }) => ({
    ...row,
    at: at.toISOString(),
    problem: problem as TokenProblem | null,
  }));
}

function wireTime(at: string | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
