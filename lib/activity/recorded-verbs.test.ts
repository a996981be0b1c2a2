import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { routes } from "../api/routes";
import { commands } from "../cli/commands";
import { type ActivityAction, activityActions } from "./contract";

/** What a verb records, or why it records nothing. */
type Row = ActivityAction[] | { exempt: string };

const message = { exempt: "the message log is the record of single messages" };
const draft = { exempt: "a draft changes as it is typed; its start and its end are recorded" };
const everyday = {
  exempt: "the contacts are written to all day; what is lost for good is recorded",
};
const own = { exempt: "what only its person sees" };
const nothing = { exempt: "changes nothing that lasts" };
const signingIn: ActivityAction[] = ["sign_in.succeeded", "sign_in.failed", "account.reopened"];
const stepped: ActivityAction[] = ["campaign.changed"];

const actions: Record<string, Record<string, Row>> = {
  "(admin)/admin/carriers": {
    switchCarrierAction: ["carrier.drained", "carrier.enabled"],
    retryQueueAction: ["queue.retried"],
  },
  "(admin)/admin/deliveries": {
    mendEndpointAction: ["endpoint.enabled", "endpoint.disabled", "deliveries.replayed"],
  },
  "(admin)/admin/messages": {
    settleMessagesAction: ["message.settled"],
    decideStuckAction: ["message.settled"],
  },
  "(admin)/admin/receipts": {
    discardAction: ["receipts.discarded"],
  },
  "(auth)/confirm-email": { confirmEmailAction: ["email.changed"] },
  "(auth)/forgot-password": {
    requestResetAction: { exempt: "nobody has proved who they are; the reset is recorded" },
  },
  "(auth)/invitation": { acceptInvitationAction: ["person.joined"] },
  "(auth)/reset-password": { resetPasswordAction: ["password.reset"] },
  "(auth)/sign-in": {
    signInAction: signingIn,
    codeAction: signingIn,
    passkeyAction: signingIn,
    askPasskeyAction: nothing,
  },
  "(auth)/sign-up": { createAccountAction: ["account.created", "credits.granted"] },
  "(admin)/admin/accounts/[accountId]": {
    suspendAction: ["account.suspended"],
    liftAction: ["account.unsuspended"],
    adjustAction: ["credits.granted"],
    limitsAction: ["account.limits_changed"],
    viewAction: ["account.viewed"],
  },
  "(admin)/admin/senders": { decideAction: ["sender_name.approved", "sender_name.rejected"] },
  "(dashboard)": { endView: { exempt: "the look is recorded where it begins" } },
  "(dashboard)/settings/privacy": {
    saveRetentionAction: ["settings.changed"],
    saveLimitsAction: ["settings.changed"],
  },
  "(dashboard)/settings/senders": {
    requestAction: ["sender_name.requested"],
    removeAction: ["sender_name.removed"],
  },
  "(dashboard)/start": { makeFirstTokenAction: ["token.created"], dismissAction: own },
  "(docs)/docs/reference": { prepareTryAction: ["token.created"] },
  "(dashboard)/templates": {
    saveTemplateAction: ["template.created", "template.updated"],
    deleteTemplateAction: ["template.deleted"],
  },
  "(dashboard)/contacts": {
    saveContactAction: everyday,
    deleteContactAction: ["contact.deleted"],
    erasePersonAction: ["recipient.erased"],
  },
  "(dashboard)/contacts/import": { begin: draft, importDraft: ["contacts.imported"] },
  "(dashboard)/contacts/groups": {
    createGroupAction: ["group.created"],
    renameGroupAction: ["group.renamed"],
    deleteGroupAction: ["group.deleted"],
  },
  "(dashboard)/settings/opt-outs": {
    addOptOutAction: ["opt_out.added"],
    removeOptOutAction: ["opt_out.removed"],
    importOptOutsAction: ["opt_outs.imported"],
  },
  "(dashboard)/settings/account": {
    updateProfileAction: own,
    saveDefaultCountryAction: ["settings.changed"],
    changeEmailAction: { exempt: "changes nothing before the new address is confirmed" },
    changePasswordAction: ["password.changed"],
    endSessionAction: ["session.ended"],
    signOut: ["session.ended"],
    signOutEverywhere: ["session.ended"],
  },
  "(dashboard)/settings/account/passkeys": {
    startPasskeyAction: { exempt: "the passkey is recorded once it is added" },
    addPasskeyAction: ["passkey.added"],
    removePasskeyAction: ["passkey.removed"],
  },
  "(dashboard)/settings/account/two-step": {
    startTotpAction: { exempt: "is off until a code confirms it" },
    enableTotpAction: ["two_step.enabled"],
    renewCodesAction: ["two_step.codes_renewed"],
    disableTotpAction: ["two_step.disabled"],
  },
  "(dashboard)/settings/account/delete": { closeAccountAction: ["account.closed"] },
  "(dashboard)/settings/api": {
    generateTokenAction: ["token.created"],
    rotateTokenAction: ["token.rotated"],
    limitTokenAction: ["token.updated"],
    revokeTokenAction: ["token.revoked"],
  },
  "(dashboard)/settings/people": {
    inviteAction: ["person.invited"],
    resendAction: ["person.invited"],
    revokeAction: ["person.invitation_revoked"],
    changeRoleAction: ["person.role_changed", "person.invitation_revoked"],
    removeAction: ["person.removed", "person.invitation_revoked"],
  },
  "(dashboard)/settings/webhooks": {
    addEndpointAction: ["endpoint.created"],
    editEndpointAction: ["endpoint.updated"],
    switchEndpointAction: ["endpoint.enabled", "endpoint.disabled"],
    deleteEndpointAction: ["endpoint.deleted"],
    revealSecretAction: ["endpoint.secret_revealed"],
    rotateSecretAction: ["endpoint.secret_rotated"],
  },
  "(dashboard)/settings/webhooks/[endpointId]": {
    testEventAction: nothing,
    explainAction: nothing,
    replayOneAction: ["deliveries.replayed"],
    replaySinceAction: ["deliveries.replayed"],
  },
  "(dashboard)/messages": {
    cancelFromPanel: message,
    moveFromPanel: message,
    resendFromPanel: message,
  },
  "(dashboard)/messages/conversations": { replyAction: message, markReadAction: own },
  "(dashboard)/credits": {
    topUpAction: { exempt: "the payment is recorded once it is made" },
    setBalanceAlertAction: ["settings.changed"],
    setBuyerAction: ["settings.changed"],
  },
  "(dashboard)/campaigns": { create: draft },
  "(dashboard)/campaigns/[campaignId]": {
    saveDraft: draft,
    takeGroup: draft,
    keepAsGroup: ["group.created"],
    sendTest: message,
    start: ["campaign.started"],
    pause: ["campaign.paused"],
    resume: ["campaign.resumed"],
    cancel: ["campaign.cancelled"],
    changeRate: stepped,
    duplicate: draft,
    sendToFailed: draft,
    deleteDraft: ["campaign.deleted"],
  },
  "(dashboard)/send": {
    sendFromPanel: message,
    sendTestToMe: message,
    checkPastedNumbers: nothing,
  },
};

const calls: Record<string, Row> = {
  "post /api/sms": message,
  "post /api/sms/batch": message,
  "patch /api/sms/{message_id}": message,
  "delete /api/sms/{message_id}": message,
  "post /api/verifications": message,
  "post /api/verifications/check": message,
  "post /api/verifications/{verification_id}/check": message,
  "delete /api/verifications/{verification_id}": message,
  "post /api/campaigns": ["campaign.started"],
  "patch /api/campaigns/{campaign_id}": stepped,
  "delete /api/campaigns/{campaign_id}": ["campaign.deleted"],
  "post /api/campaigns/{campaign_id}/recipients": draft,
  "post /api/campaigns/{campaign_id}/start": ["campaign.started"],
  "post /api/campaigns/{campaign_id}/pause": ["campaign.paused"],
  "post /api/campaigns/{campaign_id}/resume": ["campaign.resumed"],
  "post /api/campaigns/{campaign_id}/cancel": ["campaign.cancelled"],
  "post /api/webhook-endpoints": ["endpoint.created"],
  "patch /api/webhook-endpoints/{endpoint_id}": ["endpoint.updated"],
  "delete /api/webhook-endpoints/{endpoint_id}": ["endpoint.deleted"],
  "post /api/webhook-endpoints/{endpoint_id}/rotate": ["endpoint.secret_rotated"],
  "post /api/webhook-endpoints/{endpoint_id}/test": nothing,
  "post /api/webhook-endpoints/{endpoint_id}/replay": ["deliveries.replayed"],
  "post /api/opt-outs": ["opt_out.added"],
  "post /api/opt-outs/import": ["opt_outs.imported"],
  "delete /api/opt-outs/{number}": ["opt_out.removed"],
  "post /api/numbers": nothing,
  "post /api/contacts": everyday,
  "patch /api/contacts/{contact_id}": everyday,
  "delete /api/contacts/{contact_id}": ["contact.deleted"],
  "post /api/groups": ["group.created"],
  "patch /api/groups/{group_id}": ["group.renamed"],
  "delete /api/groups/{group_id}": ["group.deleted"],
  "post /api/groups/{group_id}/contacts": everyday,
  "delete /api/groups/{group_id}/contacts/{contact_id}": everyday,
  "post /api/templates": ["template.created"],
  "patch /api/templates/{template_id}": ["template.updated"],
  "delete /api/templates/{template_id}": ["template.deleted"],
  "post /api/tokens": ["token.created"],
  "patch /api/tokens/{token_id}": ["token.updated"],
  "delete /api/tokens/{token_id}": ["token.revoked"],
  "post /api/tokens/{token_id}/rotate": ["token.rotated"],
  "post /api/panel/campaigns/{campaign_id}/recipients": draft,
  "post /api/webhooks/{carrier}/{secret}": { exempt: "what a carrier reports is in the trace" },
  "post /api/webhooks/{carrier}/{secret}/{rest+}": {
    exempt: "what a carrier reports is in the trace",
  },
  "post /api/mcp": message,
  "post /2010-04-01/Accounts/{AccountSid}/Messages.json": message,
  "post /2010-04-01/Accounts/{AccountSid}/Messages/{MessageFile}": message,
  "post /api/payments/stripe": ["credits.bought", "credits.reversed"],
};

const reading = { exempt: "reads only" };

/** By the words of the command; what begins with the words of a row is covered by it. */
const commandRows: Record<string, Row> = {
  "account create": ["account.created", "credits.granted"],
  "account list": reading,
  "account disable-totp": ["two_step.disabled"],
  "account funnel": reading,
  "account make-admin": ["account.admin_granted", "account.admin_revoked"],
  "token create": ["token.created"],
  "token list": reading,
  "token rotate": ["token.rotated"],
  "token revoke": ["token.revoked"],
  "credits grant": ["credits.granted"],
  "webhook list": reading,
  "webhook create": ["endpoint.created"],
  "webhook disable": ["endpoint.disabled"],
  "webhook enable": ["endpoint.enabled"],
  "webhook replay": ["deliveries.replayed"],
  "campaign list": reading,
  "campaign show": reading,
  "campaign pause": ["campaign.paused"],
  "campaign resume": ["campaign.resumed"],
  "campaign cancel": ["campaign.cancelled"],
  "carrier add": { exempt: "writes carriers.json, a file of the operator's" },
  "carrier list": reading,
  "carrier status": reading,
  "carrier test": message,
  "carrier address": reading,
  "carrier drain": ["carrier.drained"],
  "carrier enable": ["carrier.enabled"],
  "carrier unmatched": reading,
  "route test": reading,
  backup: { exempt: "its row in backups is the record" },
  migrate: { exempt: "changes the tables, and nothing that somebody decided" },
  restore: { exempt: "brings back the activity of the backup, to which nothing may be added" },
  "number add": ["number.added"],
  "number check": reading,
  "number list": reading,
  "number remove": ["number.removed"],
  audit: reading,
  "shard plan": reading,
};

/** What no screen or call asks for by itself: the worker, or reading. */
const elsewhere: ActivityAction[] = ["account.erased", "export.downloaded"];

const how = "Record an action in the verb, or say why none is needed, in recorded-verbs.test.ts";

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .filter((path) => path.endsWith(".ts"));
}

describe("what changes something says what it records, or why it records nothing", () => {
  test("server actions", () => {
    const found = filesBelow("app")
      .filter((path) => path.endsWith("/actions.ts"))
      .flatMap((path) => {
        const names = readFileSync(path, "utf8").matchAll(
          /^export (?:const|async function|function) (\w+)/gm,
        );
        const folder = path.slice("app/".length, -"/actions.ts".length);
        return [...names].map(([, name]) => `${folder} ${name}`);
      });
    const listed = Object.entries(actions).flatMap(([folder, rows]) =>
      Object.keys(rows).map((name) => `${folder} ${name}`),
    );
    expect(listed.sort(), how).toEqual(found.sort());
  });

  test("calls of the API and the panel", () => {
    const found = routes
      .map(({ call }) => call)
      .filter(({ method }) => method !== "get")
      .map(({ method, path }) => `${method} ${path}`);
    expect(Object.keys(calls).sort(), how).toEqual(found.sort());
  });

  test("commands", () => {
    const names = Object.keys(commandRows);
    const isCovered = (words: string) =>
      names.some((name) => words === name || words.startsWith(`${name} `));
    const missing = commands.map(({ words }) => words).filter((words) => !isCovered(words));
    expect(missing, how).toEqual([]);
    const idle = names.filter(
      (name) => !commands.some(({ words }) => words === name || words.startsWith(`${name} `)),
    );
    expect(idle, "These commands are gone").toEqual([]);
  });
});

test("every action is recorded by some verb", () => {
  const sources = filesBelow("lib")
    .filter((path) => !path.startsWith("lib/activity/contract") && !path.endsWith(".test.ts"))
    .map((path) => readFileSync(path, "utf8"))
    .filter((text) => text.includes("recordActivity"))
    .join("\n");
  const isRecorded = (action: string) => sources.includes(`"${action}"`);
  const named = Object.keys(activityActions) as ActivityAction[];
  expect(named.filter((action) => !isRecorded(action))).toEqual([]);
  const rows = [...Object.values(actions).flatMap(Object.values), ...Object.values(calls)];
  const promised = [...rows, ...Object.values(commandRows)].flatMap((row: Row) =>
    Array.isArray(row) ? row : [],
  );
  const unasked = named.filter((action) => !promised.includes(action));
  expect(unasked.sort()).toEqual(elsewhere.toSorted());
});
