import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { UserActor } from "../core/actor";
import { closeDatabase } from "../core/db";
import { may, type Permission, type Role, roles } from "../core/permissions";
import { sealSession, sessionCookie } from "../sessions/session-cookie";
import { mintAccount } from "../testing/mint-account";
import { mintPerson } from "../testing/mint-person";
import { api } from "./app";
import { routes } from "./routes";

afterAll(closeDatabase);

/** A permission; or `own`: what everybody may do with what is theirs alone; `admin`: asked by `demandAdmin`; `visitor`: nobody is signed in. */
type Row = Permission | "own" | "admin" | "visitor";

/** What each call of the panel demands of a person. */
const calls: Record<string, Row> = {
  "/api/panel/messages": "read_messages",
  "/api/panel/messages.csv": "read_messages",
  "/api/panel/messages.ndjson": "read_messages",
  "/api/panel/messages/count": "read_messages",
  "/api/panel/messages/{message_id}": "read_messages",
  "/api/panel/messages/{message_id}/deliveries": "read_messages",
  "/api/panel/campaigns/{campaign_id}": "read_messages",
  "/api/panel/campaigns/{campaign_id}/rows": "read_messages",
  "/api/panel/campaigns/{campaign_id}/results": "read_messages",
  "/api/panel/campaigns/{campaign_id}/recipients.csv": "read_messages",
  "/api/panel/campaigns/{campaign_id}/rejected.csv": "read_messages",
  "/api/panel/campaigns/{campaign_id}/recipients": "send_messages",
  "/api/panel/tokens": "manage_tokens",
  "/api/panel/start": "read_messages",
  "/api/panel/webhook-endpoints": "manage_webhooks",
  "/api/panel/webhook-endpoints/{endpoint_id}": "manage_webhooks",
  "/api/panel/webhook-endpoints/{endpoint_id}/deliveries": "manage_webhooks",
  "/api/panel/webhook-endpoints/{endpoint_id}/deliveries.csv": "manage_webhooks",
  "/api/panel/webhook-endpoints/{endpoint_id}/deliveries/{event_id}": "manage_webhooks",
  "/api/panel/webhook-endpoints/{endpoint_id}/replay/{replay_id}": "manage_webhooks",
  "/api/panel/export": "manage_account",
  "/api/panel/movements.csv": "read_credits",
  "/api/panel/costs.csv": "read_credits",
  "/api/panel/statement.csv": "read_credits",
  "/api/panel/statement.pdf": "read_credits",
  "/api/panel/invoices/{invoice_id}/invoice.pdf": "read_credits",
  "/api/panel/opt-outs.csv": "read_contacts",
  "/api/panel/contacts.csv": "read_contacts",
  "/api/panel/activity.csv": "read_activity",
  "/api/panel/admin/activity.csv": "admin",
  // Every role has a balance to follow; messages go to those alone who may read them.
  "/api/panel/stream": "own",
};

const panel = routes.map(({ call }) => call).filter(({ path }) => path.startsWith("/api/panel"));

describe("the calls of the panel", () => {
  test("each has a row that says who may make it", () => {
    expect(panel.map(({ path }) => path).sort()).toEqual(Object.keys(calls).sort());
  });

  test.each(roles)("each is refused to a %s exactly where its row says so", async (role) => {
    const { accountId } = await mintAccount();
    const cookie = await cookieOf(await mintPerson(accountId, role));
    for (const { method, path } of panel) {
      const row = calls[path];
      if (!row || row === "own" || row === "admin" || row === "visitor") continue;
      const response = await call({ method, path, cookie });
      expect(response.status === 403, `${role} ${method} ${path}`).toBe(!may(role, row));
      await response.body?.cancel();
    }
  });
});

async function cookieOf({ sessionId }: UserActor): Promise<string> {
  return `${sessionCookie().name}=${await sealSession(sessionId)}`;
}

function call({ method, path, cookie }: { method: string; path: string; cookie: string }) {
  const id = "00000000000000000000000000";
  const prefixes: Record<string, string> = {
    message_id: "msg",
    campaign_id: "cmp",
    endpoint_id: "whk",
    event_id: "evt",
    replay_id: "rpl",
    invoice_id: "inv",
  };
  const real = path.replace(/\{(\w+)\}/g, (_, name: string) => `${prefixes[name]}_${id}`);
  const isPost = method === "post";
  const request = new Request(`http://localhost${real}`, {
    method: method.toUpperCase(),
    headers: { cookie, ...(isPost && { "content-type": "text/csv" }) },
    body: isPost ? "number\n48732129000\n" : null,
  });
  return Promise.resolve(api.fetch(request, { clientAddress: "192.0.2.1" }));
}

/** What each server action demands, by the verb that asks for it; by the folder of its `actions.ts`. */
const actions: Record<string, Record<string, [Row, verb?: string]>> = {
  "(admin)/admin/carriers": {
    switchCarrierAction: ["admin", "administration/switch-carrier"],
    retryQueueAction: ["admin", "administration/retry-queue"],
  },
  "(admin)/admin/messages": {
    settleMessagesAction: ["admin", "administration/settle-messages"],
    decideStuckAction: ["admin", "administration/decide-stuck"],
  },
  "(admin)/admin/deliveries": {
    mendEndpointAction: ["admin", "administration/mend-endpoint"],
  },
  "(admin)/admin/receipts": {
    discardAction: ["admin", "administration/discard-unmatched"],
  },
  "(auth)/confirm-email": { confirmEmailAction: ["visitor"] },
  "(auth)/forgot-password": { requestResetAction: ["visitor"] },
  "(auth)/invitation": { acceptInvitationAction: ["visitor"] },
  "(auth)/reset-password": { resetPasswordAction: ["visitor"] },
  "(auth)/sign-in": {
    signInAction: ["visitor"],
    codeAction: ["visitor"],
    passkeyAction: ["visitor"],
    askPasskeyAction: ["visitor"],
  },
  "(auth)/sign-up": { createAccountAction: ["visitor"] },
  "(admin)/admin/accounts/[accountId]": {
    suspendAction: ["admin", "supervision/suspend-account"],
    liftAction: ["admin", "supervision/lift-suspension"],
    adjustAction: ["admin", "supervision/adjust-account-credits"],
    limitsAction: ["admin", "supervision/set-limits"],
    viewAction: ["admin", "supervision/view-account"],
  },
  "(admin)/admin/senders": {
    decideAction: ["admin", "sender-names/decide-sender-name"],
  },
  "(dashboard)": { endView: ["own"] },
  "(dashboard)/settings/senders": {
    requestAction: ["send_messages", "sender-names/request-sender-name"],
    removeAction: ["send_messages", "sender-names/remove-sender-name"],
  },
  "(dashboard)/start": {
    makeFirstTokenAction: ["manage_tokens", "tokens/create-token"],
    dismissAction: ["manage_tokens", "onboarding/dismiss-onboarding"],
  },
  "(docs)/docs/reference": {
    prepareTryAction: ["manage_tokens", "tokens/create-token"],
  },
  "(dashboard)/templates": {
    saveTemplateAction: ["manage_contacts", "templates/update-template"],
    deleteTemplateAction: ["manage_contacts", "templates/delete-template"],
  },
  "(dashboard)/contacts": {
    saveContactAction: ["manage_contacts", "contacts/save-contact"],
    deleteContactAction: ["manage_contacts", "contacts/delete-contact"],
    erasePersonAction: ["manage_account", "account-data/erase-person"],
  },
  "(dashboard)/contacts/import": {
    begin: ["send_messages", "campaigns/create-campaign"],
    importDraft: ["manage_contacts", "contacts/import-contacts"],
  },
  "(dashboard)/contacts/groups": {
    createGroupAction: ["manage_contacts", "contacts/create-group"],
    renameGroupAction: ["manage_contacts", "contacts/rename-group"],
    deleteGroupAction: ["manage_contacts", "contacts/delete-group"],
  },
  "(dashboard)/settings/opt-outs": {
    addOptOutAction: ["manage_contacts", "opt-outs/add-opt-out"],
    removeOptOutAction: ["manage_contacts", "opt-outs/remove-opt-out"],
    importOptOutsAction: ["manage_contacts", "opt-outs/import-opt-outs"],
  },
  "(dashboard)/settings/account": {
    updateProfileAction: ["own"],
    saveDefaultCountryAction: ["manage_account", "preferences/default-country"],
    changeEmailAction: ["own"],
    changePasswordAction: ["own"],
    endSessionAction: ["own"],
    signOut: ["own"],
    signOutEverywhere: ["own"],
  },
  "(dashboard)/settings/account/passkeys": {
    startPasskeyAction: ["own"],
    addPasskeyAction: ["own"],
    removePasskeyAction: ["own"],
  },
  "(dashboard)/settings/account/two-step": {
    startTotpAction: ["own"],
    enableTotpAction: ["own"],
    renewCodesAction: ["own"],
    disableTotpAction: ["own"],
  },
  "(dashboard)/settings/account/delete": {
    closeAccountAction: ["manage_account", "account-data/close-account"],
  },
  "(dashboard)/settings/api": {
    generateTokenAction: ["manage_tokens", "tokens/create-token"],
    limitTokenAction: ["manage_tokens", "tokens/update-token"],
    rotateTokenAction: ["manage_tokens", "tokens/rotate-token"],
    revokeTokenAction: ["manage_tokens", "tokens/revoke-token"],
  },
  "(dashboard)/settings/people": {
    inviteAction: ["manage_people", "people/invite-person"],
    resendAction: ["manage_people", "people/resend-invitation"],
    revokeAction: ["manage_people", "people/revoke-invitation"],
    changeRoleAction: ["manage_people", "people/change-role"],
    removeAction: ["manage_people", "people/remove-person"],
  },
  "(dashboard)/settings/privacy": {
    saveRetentionAction: ["manage_account", "retention/save-retention"],
    saveLimitsAction: ["admin", "retention/save-limits"],
  },
  "(dashboard)/settings/webhooks": {
    addEndpointAction: ["manage_webhooks", "webhooks/create-endpoint"],
    editEndpointAction: ["manage_webhooks", "webhooks/update-endpoint"],
    switchEndpointAction: ["manage_webhooks", "webhooks/update-endpoint"],
    deleteEndpointAction: ["manage_webhooks", "webhooks/delete-endpoint"],
    revealSecretAction: ["manage_webhooks", "webhooks/reveal-secret"],
    rotateSecretAction: ["manage_webhooks", "webhooks/rotate-secret"],
  },
  "(dashboard)/settings/webhooks/[endpointId]": {
    testEventAction: ["manage_webhooks", "webhooks/send-test-event"],
    explainAction: ["manage_webhooks", "webhooks/explain-request"],
    replayOneAction: ["manage_webhooks", "deliveries/replay-deliveries"],
    replaySinceAction: ["manage_webhooks", "deliveries/replay-deliveries"],
  },
  "(dashboard)/messages": {
    cancelFromPanel: ["send_messages", "messages/cancel-message"],
    moveFromPanel: ["send_messages", "messages/reschedule-message"],
    resendFromPanel: ["send_messages", "sending/send-message"],
  },
  "(dashboard)/messages/conversations": {
    replyAction: ["send_messages", "sending/send-message"],
    markReadAction: ["read_messages", "inbound/mark-read"],
  },
  "(dashboard)/credits": {
    topUpAction: ["manage_billing", "payments/start-checkout"],
    setBalanceAlertAction: ["manage_billing", "credits/set-balance-alert"],
    setBuyerAction: ["manage_billing", "invoices/set-buyer"],
  },
  "(dashboard)/campaigns": { create: ["send_messages", "campaigns/create-campaign"] },
  "(dashboard)/campaigns/[campaignId]": {
    saveDraft: ["send_messages", "campaigns/update-campaign"],
    takeGroup: ["send_messages", "contacts/members-of"],
    keepAsGroup: ["manage_contacts", "contacts/create-group"],
    sendTest: ["send_messages", "campaigns/send-sample"],
    start: ["send_messages", "campaigns/start-campaign"],
    pause: ["send_messages", "campaigns/pause-campaign"],
    resume: ["send_messages", "campaigns/resume-campaign"],
    cancel: ["send_messages", "campaigns/cancel-campaign"],
    changeRate: ["send_messages", "campaigns/update-campaign"],
    duplicate: ["send_messages", "campaigns/duplicate-campaign"],
    sendToFailed: ["send_messages", "campaigns/copy-failed"],
    deleteDraft: ["send_messages", "campaigns/delete-draft"],
  },
  "(dashboard)/send": {
    sendFromPanel: ["send_messages", "sending/send-message"],
    sendTestToMe: ["send_messages", "sending/send-message"],
    // Reads numbers, and the country they may be written for: nothing of anybody.
    checkPastedNumbers: ["read_settings", "preferences/default-country"],
  },
};

/** What each page demands. */
const pages: Record<string, Row> = {
  "(admin)/admin": "admin",
  "(admin)/admin/activity": "admin",
  "(admin)/admin/accounts": "admin",
  "(admin)/admin/accounts/[accountId]": "admin",
  "(admin)/admin/senders": "admin",
  "(admin)/admin/carriers": "admin",
  "(admin)/admin/messages": "admin",
  "(admin)/admin/messages/[messageId]": "admin",
  "(admin)/admin/deliveries": "admin",
  "(admin)/admin/receipts": "admin",
  "(admin)/admin/sign-ups": "admin",
  "(admin)/admin/system": "admin",
  "(auth)/confirm-email": "visitor",
  "(auth)/forgot-password": "visitor",
  "(auth)/invitation": "visitor",
  "(auth)/mail": "visitor",
  "(auth)/reset-password": "visitor",
  "(auth)/sign-in": "visitor",
  "(auth)/sign-in/code": "visitor",
  "(auth)/sign-up": "visitor",
  "(dashboard)/campaigns": "read_messages",
  "(dashboard)/campaigns/[campaignId]": "read_messages",
  "(dashboard)/contacts": "read_contacts",
  "(dashboard)/contacts/[contactId]": "read_contacts",
  "(dashboard)/contacts/groups": "read_contacts",
  "(dashboard)/contacts/import/[campaignId]": "manage_contacts",
  "(dashboard)/credits": "read_credits",
  "(dashboard)/credits/costs": "read_credits",
  "(dashboard)/credits/payments/[paymentId]": "read_credits",
  "(dashboard)/messages": "read_messages",
  "(dashboard)/messages/[messageId]": "read_messages",
  "(dashboard)/messages/conversations": "read_messages",
  "(dashboard)/messages/conversations/[phone]": "read_messages",
  "(dashboard)/overview": "read_messages",
  "(dashboard)/send": "send_messages",
  "(dashboard)/settings": "own",
  "(dashboard)/settings/account": "own",
  "(dashboard)/settings/account/delete": "manage_account",
  "(dashboard)/settings/account/passkeys": "own",
  "(dashboard)/settings/account/two-step": "own",
  "(dashboard)/settings/activity": "read_activity",
  "(dashboard)/settings/api": "manage_tokens",
  "(dashboard)/settings/api/requests": "manage_tokens",
  // Leads on to the administration, which asks.
  "(dashboard)/settings/carriers": "visitor",
  "(dashboard)/settings/opt-outs": "read_contacts",
  "(dashboard)/settings/people": "manage_people",
  "(dashboard)/settings/privacy": "read_settings",
  "(dashboard)/settings/senders": "send_messages",
  "(dashboard)/settings/webhooks": "manage_webhooks",
  "(dashboard)/settings/webhooks/[endpointId]": "manage_webhooks",
  "(dashboard)/settings/webhooks/[endpointId]/[eventId]": "manage_webhooks",
  "(dashboard)/start": "manage_tokens",
  "(dashboard)/templates": "read_contacts",
  "(dashboard)/templates/[templateId]": "read_contacts",
  "(docs)/docs": "visitor",
  "(docs)/docs/[page]": "visitor",
  "(docs)/docs/reference": "visitor",
  "(docs)/docs/reference/[part]": "visitor",
  "(marketing)": "visitor",
  "(marketing)/og": "visitor",
  "(marketing)/pricing": "visitor",
  "(marketing)/status": "visitor",
};

const app = join(process.cwd(), "app");

/** The folders of `app` that have a file of this name. */
function foldersWith(name: string): string[] {
  return readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(`/${name}`))
    .map((path) => path.slice(0, -name.length - 1))
    .sort();
}

const everyone = roles.length;

function allowed(permission: Permission): Role[] {
  return roles.filter((role) => may(role, permission));
}

describe("the server actions", () => {
  test("each has a row that says who may call it", () => {
    const found = foldersWith("actions.ts").flatMap((folder) => {
      const source = readFileSync(join(app, folder, "actions.ts"), "utf8");
      const names = source.matchAll(/^export (?:const|async function|function) (\w+)/gm);
      return [...names].map(([, name]) => `${folder} ${name}`);
    });
    const listed = Object.entries(actions).flatMap(([folder, rows]) =>
      Object.keys(rows).map((name) => `${folder} ${name}`),
    );
    expect(found.sort()).toEqual(listed.sort());
  });

  const rows = Object.entries(actions).flatMap(([folder, of]) =>
    Object.entries(of).map(([name, [row, verb]]) => ({ folder, name, row, verb })),
  );
  test.each(rows.filter(({ verb }) => verb))("$name calls a verb that asks for $row", (each) => {
    const source = readFileSync(join(app, each.folder, "actions.ts"), "utf8");
    const verb = readFileSync(join(process.cwd(), "lib", `${each.verb}.ts`), "utf8");
    expect(source).toContain(`"@/lib/${each.verb}"`);
    const asks = each.row === "admin" ? "demandAdmin(actor)" : `actor, "${each.row}")`;
    expect(verb).toContain(asks);
  });
});

describe("the pages", () => {
  test("each has a row that says who may open it", () => {
    expect(foldersWith("page.tsx")).toEqual(Object.keys(pages).sort());
  });

  test.each(Object.entries(pages))("%s asks for %s", (folder, row) => {
    const source = readFileSync(join(app, folder, "page.tsx"), "utf8");
    if (row === "visitor") return expect(source).not.toMatch(/require(Actor|Admin|Session)\(/);
    expect(source).toMatch(/require(Actor|Admin|Session)\(/);
    if (row === "own") return;
    if (row === "admin") return expect(source).toMatch(/actor\.isAdmin|requireAdmin\(/);
    if (allowed(row).length < everyone) {
      expect(source).toContain(`"${row}"`);
      expect(source).toMatch(/NotForRole|redirect\(/);
    }
  });
});
