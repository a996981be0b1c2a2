import { randomUUID } from "node:crypto";
import { text } from "node:stream/consumers";
import { beforeAll, describe, expect, test } from "vitest";
import { addMembers } from "../contacts/add-members";
import { createGroup } from "../contacts/create-group";
import { deleteContact } from "../contacts/delete-contact";
import { deleteGroup } from "../contacts/delete-group";
import { exportContacts } from "../contacts/export-contacts";
import { getContact } from "../contacts/get-contact";
import { importContacts } from "../contacts/import-contacts";
import { listContacts } from "../contacts/list-contacts";
import { listGroups } from "../contacts/list-groups";
import { membersOf } from "../contacts/members-of";
import { namesOfFields } from "../contacts/names-of-fields";
import { removeMembers } from "../contacts/remove-members";
import { renameGroup } from "../contacts/rename-group";
import { saveContact } from "../contacts/save-contact";
import { updateContact } from "../contacts/update-contact";
import { type Actor, operatorOf, type Scope, scopes } from "../core/actor";
import { exportCosts } from "../costs/export-costs";
import { sumCosts } from "../costs/sum-costs";
import { exportMovements } from "../credits/export-movements";
import { getBalanceAlert } from "../credits/get-balance-alert";
import { getSpending } from "../credits/get-spending";
import { listBalances } from "../credits/list-balances";
import { listMonths } from "../credits/list-months";
import { listMovements } from "../credits/list-movements";
import { sumLedger } from "../credits/sum-ledger";
import { exportDeliveries } from "../deliveries/export-deliveries";
import { getDelivery } from "../deliveries/get-delivery";
import { getEndpointHealth } from "../deliveries/get-endpoint-health";
import { getReplay } from "../deliveries/get-replay";
import { listDeliveries } from "../deliveries/list-deliveries";
import { listMessageDeliveries } from "../deliveries/list-message-deliveries";
import { recentDeliveries } from "../deliveries/recent-deliveries";
import { replayDeliveries } from "../deliveries/replay-deliveries";
import { countUnread } from "../inbound/count-unread";
import { getInbound } from "../inbound/get-inbound";
import { listConversations } from "../inbound/list-conversations";
import { listInbound } from "../inbound/list-inbound";
import { markRead } from "../inbound/mark-read";
import { exportInvoice } from "../invoices/export-invoice";
import { getBuyer } from "../invoices/get-buyer";
import { listInvoices } from "../invoices/list-invoices";
import { lookUpNumber } from "../lookups/look-up-number";
import { lookUpNumbers } from "../lookups/look-up-numbers";
import { countLog } from "../message-log/count-log";
import { exportMessages } from "../message-log/export-messages";
import { listLog } from "../message-log/list-log";
import { listMessages } from "../message-log/list-messages";
import { listPaidMessages } from "../message-log/list-paid-messages";
import { listReceived } from "../message-log/list-received";
import { traceMessage } from "../message-log/trace-message";
import { cancelMessage } from "../messages/cancel-message";
import { getMessage } from "../messages/get-message";
import { rescheduleMessage } from "../messages/reschedule-message";
import { addOptOut } from "../opt-outs/add-opt-out";
import { exportOptOuts } from "../opt-outs/export-opt-outs";
import { findSuppressions } from "../opt-outs/find-suppressions";
import { importOptOuts } from "../opt-outs/import-opt-outs";
import { listOptOuts } from "../opt-outs/list-opt-outs";
import { removeOptOut } from "../opt-outs/remove-opt-out";
import { sendBatch } from "../sending/send-batch";
import { sendMessage } from "../sending/send-message";
import { exportStatement } from "../statements/export-statement";
import { getStatement } from "../statements/get-statement";
import { listStatements } from "../statements/list-statements";
import { createTemplate } from "../templates/create-template";
import { deleteTemplate } from "../templates/delete-template";
import { getTemplate } from "../templates/get-template";
import { listTemplates } from "../templates/list-templates";
import { loadTemplates } from "../templates/load-templates";
import { updateTemplate } from "../templates/update-template";
import { mintAccount } from "../testing/mint-account";
import { cancelVerification } from "../verifications/cancel-verification";
import { checkNumber } from "../verifications/check-number";
import { checkVerification } from "../verifications/check-verification";
import { getVerification } from "../verifications/get-verification";
import { listVerifications } from "../verifications/list-verifications";
import { startVerification } from "../verifications/start-verification";
import { createEndpoint } from "../webhooks/create-endpoint";
import { deleteEndpoint } from "../webhooks/delete-endpoint";
import { explainRequest } from "../webhooks/explain-request";
import { getEndpoint } from "../webhooks/get-endpoint";
import { listEndpoints } from "../webhooks/list-endpoints";
import { revealSecret } from "../webhooks/reveal-secret";
import { rotateSecret } from "../webhooks/rotate-secret";
import { sendTestEvent } from "../webhooks/send-test-event";
import { updateEndpoint } from "../webhooks/update-endpoint";

type Act = (actor: Actor) => unknown;

const one = { messageId: "msg_00000000000000000000000000", wanted: {} };
const place = {
  ...{ endpointId: "whk_00000000000000000000000000", eventId: "evt_00000000000000000000000000" },
  ...{ replayId: "rpl_00000000000000000000000000", query: {}, wanted: {}, pasted: {} },
};
const person = {
  ...{ contactId: "con_00000000000000000000000000", groupId: "grp_00000000000000000000000000" },
  ...{ templateId: "tpl_00000000000000000000000000", wanted: {} },
};
const code = { verificationId: "ver_00000000000000000000000000", wanted: { code: "123456" } };
const format = { as: "ndjson" } as const;
const worthOf = async () => new Map();
const report = { by: "sender", months: { from: "2026-05", to: "2026-05" } } as const;

const actions: Record<Scope, Record<string, Act>> = {
  read: {
    getContact: (actor) => getContact({ actor, input: person }),
    listContacts: (actor) => listContacts({ actor, input: { limit: 1 } }),
    listGroups: (actor) => listGroups({ actor, input: { limit: 1 } }),
    namesOfFields: (actor) => namesOfFields({ actor }),
    exportContacts: (actor) => exportContacts({ actor, input: {} }),
    getTemplate: (actor) => getTemplate({ actor, input: person }),
    listTemplates: (actor) => listTemplates({ actor, input: { limit: 1 } }),
    getMessage: (actor) => getMessage({ actor, input: one }),
    traceMessage: (actor) => traceMessage({ actor, input: one }),
    listMessageDeliveries: (actor) => listMessageDeliveries({ actor, input: one }),
    listMessages: (actor) => listMessages({ actor, input: { limit: 1 } }),
    listLog: (actor) => listLog({ actor, input: {} }),
    listReceived: (actor) => listReceived({ actor, input: {} }),
    countLog: (actor) => countLog({ actor, input: {} }),
    exportMessages: (actor) => exportMessages({ actor, input: { query: {}, format } }),
    listPaidMessages: (actor) => listPaidMessages({ actor, input: { movements: [] } }),
    sumCosts: (actor) => sumCosts({ actor, input: { ...report, limit: 1 } }),
    exportCosts: (actor) => exportCosts({ actor, input: report }),
    listInbound: (actor) => listInbound({ actor, input: { limit: 1 } }),
    listConversations: (actor) => listConversations({ actor }),
    countUnread: (actor) => countUnread({ actor }),
    markRead: (actor) => markRead({ actor, input: { phone: "1" } }),
    getInbound: (actor) => getInbound({ actor, input: one }),
    getVerification: (actor) => getVerification({ actor, input: code }),
    listVerifications: (actor) => listVerifications({ actor, input: { limit: 1 } }),
    listOptOuts: (actor) => listOptOuts({ actor, input: { limit: 1 } }),
    exportOptOuts: (actor) => exportOptOuts({ actor, input: {} }),
    findSuppressions: (actor) => findSuppressions({ actor, input: { numbers: [] } }),
    lookUpNumber: (actor) => lookUpNumber({ actor, input: { number: "48732129000" } }),
    lookUpNumbers: (actor) => lookUpNumbers({ actor, input: { numbers: ["48732129000"] } }),
    getBalanceAlert: (actor) => getBalanceAlert({ actor }),
    getSpending: (actor) => getSpending({ actor }),
    sumLedger: (actor) => sumLedger({ actor }),
    listBalances: (actor) => listBalances({ actor, input: { moments: [] } }),
    listMonths: (actor) => listMonths({ actor, input: { limit: 1 } }),
    listMovements: (actor) => listMovements({ actor, input: { query: {}, limit: 1 } }),
    exportMovements: (actor) => exportMovements({ actor, input: { query: {} }, worthOf }),
    getBuyer: (actor) => getBuyer({ actor }),
    listInvoices: (actor) => listInvoices({ actor, input: { limit: 1 } }),
    exportInvoice: (actor) => exportInvoice({ actor, input: { invoiceId: "" } }),
    listStatements: (actor) => listStatements({ actor }),
    getStatement: (actor) => getStatement({ actor, input: { maxRows: 1 } }),
    exportStatement: (actor) => exportStatement({ actor, input: { format: "pdf" } }),
  },
  send: {
    loadTemplates: (actor) => loadTemplates({ actor, input: [] }),
    membersOf: (actor) => membersOf({ actor, input: person }).next(),
    startVerification: (actor) => startVerification({ actor, input: {} }),
    checkVerification: (actor) => checkVerification({ actor, input: code }),
    checkNumber: (actor) => checkNumber({ actor, input: {} }),
    cancelVerification: (actor) => cancelVerification({ actor, input: code }),
    sendMessage: (actor) => sendMessage({ actor, input: {} }),
    sendBatch: (actor) => sendBatch({ actor, input: {} }),
    cancelMessage: (actor) => cancelMessage({ actor, input: one }),
    rescheduleMessage: (actor) => rescheduleMessage({ actor, input: one }),
  },
  manage: {
    saveContact: (actor) => saveContact({ actor, input: {} }),
    updateContact: (actor) => updateContact({ actor, input: person }),
    deleteContact: (actor) => deleteContact({ actor, input: person }),
    importContacts: (actor) => importContacts({ actor, input: { rows: [], country: null } }),
    createGroup: (actor) => createGroup({ actor, input: {} }),
    renameGroup: (actor) => renameGroup({ actor, input: person }),
    deleteGroup: (actor) => deleteGroup({ actor, input: person }),
    addMembers: (actor) => addMembers({ actor, input: person }),
    removeMembers: (actor) => removeMembers({ actor, input: person }),
    createTemplate: (actor) => createTemplate({ actor, input: {} }),
    updateTemplate: (actor) => updateTemplate({ actor, input: person }),
    deleteTemplate: (actor) => deleteTemplate({ actor, input: person }),
    createEndpoint: (actor) => createEndpoint({ actor, input: {} }),
    listEndpoints: (actor) => listEndpoints({ actor }),
    getEndpoint: (actor) => getEndpoint({ actor, input: place }),
    updateEndpoint: (actor) => updateEndpoint({ actor, input: place }),
    deleteEndpoint: (actor) => deleteEndpoint({ actor, input: place }),
    rotateSecret: (actor) => rotateSecret({ actor, input: place }),
    revealSecret: (actor) => revealSecret({ actor, input: place }),
    sendTestEvent: (actor) => sendTestEvent({ actor, input: place }),
    explainRequest: (actor) => explainRequest({ actor, input: place }),
    getEndpointHealth: (actor) => getEndpointHealth({ actor, input: place }),
    recentDeliveries: (actor) => recentDeliveries({ actor }),
    listDeliveries: (actor) => listDeliveries({ actor, input: place }),
    getDelivery: (actor) => getDelivery({ actor, input: place }),
    exportDeliveries: (actor) => exportDeliveries({ actor, input: place }),
    replayDeliveries: (actor) => replayDeliveries({ actor, input: place }),
    getReplay: (actor) => getReplay({ actor, input: place }),
    addOptOut: (actor) => addOptOut({ actor, input: {} }),
    importOptOuts: (actor) => importOptOuts({ actor, input: {} }),
    removeOptOut: (actor) => removeOptOut({ actor, input: { number: "1" } }),
  },
};

/** What becomes of an action, thrown at once or later. */
async function codeOf(act: Act, actor: Actor): Promise<string> {
  try {
    await act(actor);
    return "done";
  } catch (error) {
    return String((error as { code?: unknown }).code);
  }
}

describe.each(scopes)("without the scope %s", (scope) => {
  const others = scopes.filter((each) => each !== scope);
  test.each(Object.entries(actions[scope]))("%s does nothing, whoever calls it", async (_, act) => {
    const actor = operatorOf(randomUUID());
    expect(await codeOf(act, { ...actor, scopes: others })).toBe("forbidden");
    expect(await codeOf(act, { ...actor, scopes: [scope] })).not.toBe("forbidden");
  });
});

describe("an actor in test mode", () => {
  let actor: Actor;
  let live: { messageId: string; endpointId: string };
  beforeAll(async () => {
    const { accountId } = await mintAccount();
    const owner = operatorOf(accountId, "live");
    const scheduled_at = new Date(Date.now() + 3_600_000).toISOString();
    const wire = { from: "YourBrand", to: "48732129000", body: "Hello", scheduled_at };
    const { accepted } = await sendMessage({ actor: owner, input: wire });
    const url = "https://example.com/hook";
    const { id } = await createEndpoint({ actor: owner, input: { url } });
    live = { messageId: String(accepted.message_id), endpointId: id };
    actor = operatorOf(accountId, "test");
  });

  test("finds no live message and no live endpoint, and changes none", async () => {
    const input = { ...place, ...live };
    const acts: Act[] = [
      () => getMessage({ actor, input }),
      () => traceMessage({ actor, input }),
      () => cancelMessage({ actor, input }),
      () =>
        rescheduleMessage({
          actor,
          input: { ...input, wanted: { scheduled_at: new Date().toISOString() } },
        }),
      () => getEndpoint({ actor, input }),
      () => updateEndpoint({ actor, input }),
      () => deleteEndpoint({ actor, input }),
      () => rotateSecret({ actor, input }),
      () => revealSecret({ actor, input }),
      () => getEndpointHealth({ actor, input }),
      () => listDeliveries({ actor, input }),
    ];
    const codes = await Promise.all(acts.map((act) => codeOf(act, actor)));
    expect(new Set(codes)).toEqual(new Set(["not_found"]));
  });

  test("lists, counts, and exports no live message", async () => {
    expect((await listLog({ actor, input: {} })).data).toEqual([]);
    expect((await countLog({ actor, input: {} })).messages).toBe(0);
    expect(await text(exportMessages({ actor, input: { query: {}, format } }))).toBe("");
    expect(await listEndpoints({ actor })).toEqual([]);
    const owner = operatorOf(actor.accountId);
    expect((await countLog({ actor: owner, input: {} })).messages).toBe(1);
    expect(await listEndpoints({ actor: owner })).toHaveLength(1);
  });
});
