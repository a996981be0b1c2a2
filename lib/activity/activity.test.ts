import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { activityEvents } from "@/drizzle/schema/activity";
import { drainCarrier } from "../carriers/drain-carrier";
import { operatorOf, type UserActor } from "../core/actor";
import { closeDatabase, db } from "../core/db";
import { grantCredits } from "../credits/grant-credits";
import { addOptOut } from "../opt-outs/add-opt-out";
import { exportOptOuts } from "../opt-outs/export-opt-outs";
import { sendMessage } from "../sending/send-message";
import { signIn } from "../sign-in/sign-in";
import { createTemplate } from "../templates/create-template";
import { updateTemplate } from "../templates/update-template";
import { mintPerson } from "../testing/mint-person";
import { mintSignedIn, nobody } from "../testing/signed-in";
import { createToken } from "../tokens/create-token";
import { revokeToken } from "../tokens/revoke-token";
import { rotateToken } from "../tokens/rotate-token";
import { createEndpoint } from "../webhooks/create-endpoint";
import { rotateSecret } from "../webhooks/rotate-secret";
import { type ActivityView, ListActivityQuery } from "./contract";
import { eraseActivity } from "./erase-activity";
import { eraseActivityElsewhere } from "./erase-activity-elsewhere";
import { exportActivity } from "./export-activity";
import { listActivity } from "./list-activity";
import { listInstallationActivity } from "./list-installation-activity";
import { recordActivity } from "./record-activity";
import { installationId } from "./who";

afterAll(closeDatabase);

type Query = Parameters<typeof ListActivityQuery.parse>[0];

const listed = async (actor: UserActor, query: Query = {}) =>
  (await listActivity({ actor, input: ListActivityQuery.parse(query) })).data;

const actionsOf = (events: ActivityView[]) => events.map(({ action }) => action);

const newToken = (actor: UserActor, name = "Web shop") =>
  createToken({ actor, input: { name, mode: "live", scopes: ["send"] } });

const asAdmin = (actor: UserActor): UserActor => ({ ...actor, isAdmin: true });

describe("an event", () => {
  test("says who did what, to what, from where, and what it is now", async () => {
    const { actor, email } = await mintSignedIn();
    const visitor = { address: "192.0.2.7", userAgent: "Firefox" };
    const { tokenId } = await newToken({ ...actor, ...visitor });
    const [event] = await listed(actor, { action: "token.created" });
    expect(event).toMatchObject({
      action: "token.created",
      actor: { type: "user", name: email },
      ip_address: visitor.address,
      user_agent: visitor.userAgent,
      target: { type: "token", id: expect.stringMatching(/^tok_/), name: "Web shop" },
      after: { mode: "live", scopes: ["send"], expires_at: null },
    });
    await revokeToken({ actor, input: { tokenId } });
    expect(actionsOf(await listed(actor)).slice(0, 2)).toEqual(["token.revoked", "token.created"]);
  });

  test("is there exactly if the change is", async () => {
    const { actor, accountId } = await mintSignedIn();
    const { tokenId } = await newToken(actor);
    await revokeToken({ actor, input: { tokenId } });
    const before = await listed(actor);
    await expect(rotateToken({ actor, input: { tokenId, wanted: {} } })).rejects.toMatchObject({
      code: "conflict",
    });
    // Revoked again, nothing changes.
    await revokeToken({ actor, input: { tokenId } });
    const undone = db().transaction(async (tx) => {
      await grantCredits({ actor: operatorOf(accountId), input: { credits: 5, note: "x" }, tx });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await listed(actor)).toEqual(before);
  });

  test("of a failed sign-in names the account that was tried", async () => {
    const { actor, email } = await mintSignedIn();
    const visitor = { ...nobody, address: "192.0.2.8" };
    const tried = signIn({ visitor, input: { email, password: "not this one" } });
    await expect(tried).rejects.toMatchObject({ code: "unauthorized" });
    await expect
      .poll(() => listed(actor, { action: "sign_in.failed" }))
      .toMatchObject([{ ip_address: visitor.address, after: { step: "password" } }]);
  });

  test("has no secret, no text of a message, and no whole number of a phone in it", async () => {
    const { actor, accountId, password } = await mintSignedIn();
    const text = `secret text ${randomUUID()}`;
    const number = "48732129001";
    const created = await newToken(actor);
    const rotated = await rotateToken({ actor, input: { tokenId: created.tokenId, wanted: {} } });
    const url = `https://example.com/hook?key=${randomUUID()}`;
    const endpoint = await createEndpoint({ actor, input: { url, events: ["sms.delivered"] } });
    const { secret } = await rotateSecret({
      actor,
      input: { endpointId: endpoint.id },
    });
    const template = await createTemplate({ actor, input: { name: "Parcel", body: text } });
    const input = { templateId: template.template_id, wanted: { body: `${text}, again` } };
    await updateTemplate({ actor, input });
    await addOptOut({ actor, input: { number } });
    const sent = await sendMessage({
      actor,
      input: { to: "48732129002", from: "Shop", body: text },
    });
    // What a verb hands over by mistake isn't stored either.
    const hash = "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA";
    for (const slip of [`see ${rotated.token}`, `see ${hash}`, hash, `x${rotated.token}`]) {
      await recordActivity({ actor, action: "account.viewed", after: { note: slip } }, db());
    }
    const [stored] = await db().execute<{ all: string }>(sql`
      select string_agg(to_jsonb(e)::text, ' ') as all from activity_events e where account_id = ${accountId}`);
    const all = stored?.all ?? "";
    expect(all).toContain("template.updated");
    for (const hidden of [text, number, password, created.token, rotated.token, secret, url]) {
      expect(all.includes(hidden), hidden).toBe(false);
    }
    expect(all).not.toMatch(/actio_live_|whsec_|argon2/);
    // Sending a message is none: the log of messages has it.
    expect(all).not.toContain(sent.accepted.message_id);
  });

  test("stays small, whatever a verb hands over", async () => {
    const { actor, accountId } = await mintSignedIn();
    const long = "x".repeat(100_000);
    const after = { note: long, scopes: Array.from({ length: 1000 }, () => long) };
    const target = { id: long, name: `${long}\0` };
    await recordActivity({ actor, action: "settings.changed", target, after }, db());
    const [row] = await db().execute<{ size: number }>(sql`
      select pg_column_size(to_jsonb(e)::text)::int as size from activity_events e
      where account_id = ${accountId} and action = 'settings.changed'`);
    expect(row?.size).toBeLessThan(8192);
  });
});

describe("the log only grows", () => {
  const change = (accountId: string, set: Partial<typeof activityEvents.$inferInsert>) =>
    db().update(activityEvents).set(set).where(eq(activityEvents.accountId, accountId));

  test("the database refuses to change, delete, or empty it", async () => {
    const { actor, accountId } = await mintSignedIn();
    const before = await listed(actor);
    const refused = { cause: { message: expect.stringContaining("append-only") } };
    for (const set of [
      { action: "sign_in.failed" },
      { actorLabel: "somebody@example.com" },
      { after: { credits: 1 } },
      { at: new Date() },
      { actorId: null },
    ]) {
      await expect(change(accountId, set), JSON.stringify(set)).rejects.toMatchObject(refused);
    }
    const removed = db().delete(activityEvents).where(eq(activityEvents.accountId, accountId));
    await expect(removed).rejects.toMatchObject(refused);
    await expect(db().execute(sql`truncate activity_events`)).rejects.toMatchObject(refused);
    expect(await listed(actor)).toEqual(before);
  });

  test("erasing an account leaves what was done and when, and names nobody", async () => {
    const { actor, accountId, email } = await mintSignedIn();
    await newToken({ ...actor, address: "192.0.2.9", userAgent: "Firefox" });
    const other = await mintSignedIn();
    // As an administrator, elsewhere.
    const abroad = { actor, accountId: other.accountId, action: "account.viewed" } as const;
    await recordActivity(abroad, db());
    const before = await listed(actor);
    await db().transaction(async (tx) => {
      const page = { accountId, limit: 1 };
      let after: string | null = null;
      do after = await eraseActivity({ ...page, after }, tx);
      while (after !== null);
      while ((await eraseActivityElsewhere(page, tx)) > 0);
    });
    const after = await listed(actor);
    expect(actionsOf(after)).toEqual(actionsOf(before));
    const names = [email, "192.0.2.9", "Firefox", "Web shop"];
    for (const name of names) expect(JSON.stringify(after)).not.toContain(name);
    const [seen] = await db()
      .select()
      .from(activityEvents)
      .where(
        and(
          eq(activityEvents.accountId, other.accountId),
          eq(activityEvents.action, "account.viewed"),
        ),
      );
    expect(seen).toMatchObject({ actorKind: "admin", actorLabel: null });
    expect(JSON.stringify(await listed(other.actor))).toContain(other.email);
  });
});

describe("the list", () => {
  test("filters by action, person or token, and time, and pages by a cursor", async () => {
    const { actor, accountId, email } = await mintSignedIn();
    const colleague = await mintPerson(accountId, "developer");
    const start = new Date();
    for (const name of ["one", "two", "three"]) await newToken(colleague, name);
    await newToken(actor, "mine");
    const names = (events: ActivityView[]) => events.map(({ target }) => target.name);
    const action = "token.created";
    const actors = { actor: colleague.email.slice(0, 12).toUpperCase() };
    expect(names(await listed(actor, { action, ...actors }))).toEqual(["three", "two", "one"]);
    expect(names(await listed(actor, { action, actor: email, limit: 1 }))).toEqual(["mine"]);
    expect(
      await listed(actor, { until: new Date(start.getTime() - 600_000).toISOString() }),
    ).toEqual([]);
    expect(await listed(actor, { action, since: start.toISOString() })).toHaveLength(4);
    const pages: string[] = [];
    let cursor: string | undefined;
    do {
      const input = ListActivityQuery.parse({
        action,
        limit: 2,
        cursor,
        since: start.toISOString(),
      });
      const page = await listActivity({ actor, input });
      pages.push(...page.data.map(({ target }) => target.name ?? ""));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(pages).toEqual(["mine", "three", "two", "one"]);
    const wrong = listActivity({ actor, input: ListActivityQuery.parse({ cursor: "msg_1" }) });
    await expect(wrong).rejects.toMatchObject({ code: "invalid_request" });
  });

  test("never shows another account's events, and is for owners alone", async () => {
    const [one, other] = [await mintSignedIn(), await mintSignedIn()];
    await newToken(other.actor, "theirs");
    expect(JSON.stringify(await listed(one.actor))).not.toContain(other.email);
    expect(await listed(one.actor, { actor: other.email })).toEqual([]);
    const developer = await mintPerson(one.accountId, "developer");
    await expect(listed(developer)).rejects.toMatchObject({ code: "forbidden" });
    await expect(async () =>
      exportActivity({ actor: developer, input: { filter: {} } }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  test("shows administrators all accounts and the installation, and owners nothing of who they are", async () => {
    const [admin, owner] = [await mintSignedIn(), await mintSignedIn()];
    const actor = asAdmin({ ...admin.actor, address: "192.0.2.10" });
    const carrier = `spare-${randomUUID()}`;
    await drainCarrier({ actor, input: { carrier, draining: true } });
    await recordActivity({ actor, accountId: owner.accountId, action: "account.viewed" }, db());
    const all = (input: { account?: string; actor?: string }) =>
      listInstallationActivity({ actor, input: { ...ListActivityQuery.parse({}), ...input } });
    const { data } = await all({ actor: admin.email });
    expect(data).toContainEqual(
      expect.objectContaining({
        action: "carrier.drained",
        target: { type: "carrier", id: null, name: carrier },
        account_id: null,
      }),
    );
    expect(actionsOf((await all({ account: owner.email })).data)).toContain("account.viewed");
    const [own] = await listed(owner.actor, { action: "account.viewed" });
    expect(own).toMatchObject({ actor: { type: "admin", name: null }, ip_address: null });
    expect(await listed(owner.actor, { actor: admin.email })).toEqual([]);
    const refused = listInstallationActivity({
      actor: owner.actor,
      input: ListActivityQuery.parse({}),
    });
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
    const [stored] = await db()
      .select()
      .from(activityEvents)
      .where(
        and(eq(activityEvents.accountId, installationId), eq(activityEvents.targetLabel, carrier)),
      );
    expect(stored).toMatchObject({ actorKind: "admin", actorLabel: admin.email });
  });

  test("names the administrator who downloads a file while they look at an account", async () => {
    const { actor, email } = await mintSignedIn();
    const by = "administrator@example.com";
    const viewing = { by, until: new Date(Date.now() + 60_000) };
    const viewer: UserActor = { ...actor, role: "viewer", viewing, address: "192.0.2.11" };
    await new Response(await exportOptOuts({ actor: viewer, input: {} })).text();
    const [stored] = await db()
      .select()
      .from(activityEvents)
      .where(
        and(
          eq(activityEvents.accountId, actor.accountId),
          eq(activityEvents.action, "export.downloaded"),
        ),
      );
    expect(stored).toMatchObject({ actorKind: "admin", actorId: null, actorLabel: by });
    // The people of the account see that it was downloaded, and not by whom.
    const [seen] = await listed(actor, { action: "export.downloaded" });
    expect(seen).toMatchObject({ actor: { type: "admin", name: null }, ip_address: null });
    expect(JSON.stringify(seen)).not.toContain(email);
  });

  test("is a CSV file whose download is recorded, too", async () => {
    const { actor, email } = await mintSignedIn();
    await newToken(actor, '=cmd|"quoted"');
    const stream = exportActivity({ actor, input: { filter: { action: "token.created" } } });
    const text = await new Response(stream).text();
    expect(text.split("\r\n")[0]).toContain("id,time,action,actor_type,actor,ip_address");
    expect(text).toContain(`token.created,user,${email}`);
    expect(text).not.toMatch(/,=cmd/);
    const [download] = await listed(actor, { action: "export.downloaded" });
    expect(download).toMatchObject({ target: { name: "activity" }, after: { format: "csv" } });
  });
});
