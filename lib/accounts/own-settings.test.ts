import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { sessions } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { browserWords } from "../sessions/browser-words";
import { endOwnSession } from "../sessions/end-own-session";
import { listSessions } from "../sessions/list-sessions";
import { readSession } from "../sessions/read-session";
import { mintSignedIn } from "../testing/signed-in";
import { getDefaultCountry, saveDefaultCountry } from "./default-country";
import { getProfile } from "./get-profile";
import { updateProfile } from "./update-profile";

describe("the list of sessions", () => {
  it("shows the one that asks first, the others by their last use, and none that has run out", async () => {
    const { actor, session, again } = await mintSignedIn();
    const { sessionId: second } = await again();
    const { sessionId: third } = await again();
    const { sessionId: over } = await again();
    const age = (id: string, values: Partial<typeof sessions.$inferInsert>) =>
      db().update(sessions).set(values).where(eq(sessions.id, id));
    await age(second, { lastSeenAt: new Date(Date.now() - 60_000) });
    await age(session.sessionId, { lastSeenAt: new Date(Date.now() - 120_000) });
    await age(over, { expiresAt: new Date(Date.now() - 1) });
    const listed = await listSessions({ actor });
    expect(listed.map(({ id }) => id)).toEqual([session.sessionId, third, second]);
    expect(listed.map(({ isThisOne }) => isThisOne)).toEqual([true, false, false]);
  });

  it("ends one of one's own, and nobody else's", async () => {
    const { actor, session, again } = await mintSignedIn();
    const { sessionId: second } = await again();
    const other = await mintSignedIn();
    await endOwnSession({ actor, input: { sessionId: second } });
    expect(await readSession(second)).toBeNull();
    await endOwnSession({ actor, input: { sessionId: other.session.sessionId } });
    await endOwnSession({ actor, input: { sessionId: "nonsense" } });
    expect(await readSession(other.session.sessionId)).not.toBeNull();
    expect(await readSession(session.sessionId)).not.toBeNull();
  });
});

describe("a browser in words", () => {
  const mac =
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)";
  const windows =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)";
  const iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15";
  it.each([
    [`${mac} Version/18.0 Safari/605.1.15`, "Safari on macOS"],
    [`${windows} Chrome/140.0.0.0 Safari/537.36`, "Chrome on Windows"],
    [`${windows} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`, "Edge on Windows"],
    [`${iphone} Version/18.0 Mobile/15E148 Safari/604.1`, "Safari on iPhone"],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"],
    ["Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36", "Chrome on Android"],
    ["curl/8.5.0", "An unknown browser"],
    [null, "An unknown browser"],
  ])("%s is %s", (userAgent, words) => {
    expect(browserWords(userAgent)).toBe(words);
  });
});

describe("the profile", () => {
  it("starts empty, keeps what it is told, and can be emptied again", async () => {
    const { actor } = await mintSignedIn();
    const empty = { name: "", time_zone: "", language: "en" };
    expect(await getProfile({ actor })).toEqual(empty);
    const input = { name: " Ada ", time_zone: "Europe/Warsaw", language: "pl" };
    await updateProfile({ actor, input });
    expect(await getProfile({ actor })).toEqual({ ...input, name: "Ada" });
    await updateProfile({ actor, input: empty });
    expect(await getProfile({ actor })).toEqual(empty);
  });

  it.each([
    [{ time_zone: "Mars/Olympus" }, "time_zone"],
    [{ language: "xx" }, "language"],
    [{ name: "x".repeat(101) }, "name"],
  ])("refuses %j beside its field", async (wrong, field) => {
    const { actor } = await mintSignedIn();
    const input = { name: "", time_zone: "", language: "en", ...wrong };
    await expect(updateProfile({ actor, input })).rejects.toMatchObject({
      details: { fields: { [field]: [expect.any(String)] } },
    });
  });
});

describe("the default country", () => {
  it("is none at first, then the chosen one for everybody in the account, and none again", async () => {
    const { actor } = await mintSignedIn();
    expect(await getDefaultCountry({ actor })).toBeNull();
    await saveDefaultCountry({ actor, input: { default_country: "PL" } });
    expect(await getDefaultCountry({ actor })).toBe("PL");
    await saveDefaultCountry({ actor, input: { default_country: "" } });
    expect(await getDefaultCountry({ actor })).toBeNull();
  });

  it("is read with the scope `read` and changed with `manage`", async () => {
    const { actor } = await mintSignedIn();
    const forbidden = { code: "forbidden" };
    await expect(getDefaultCountry({ actor: { ...actor, scopes: [] } })).rejects.toMatchObject(
      forbidden,
    );
    const reader = { ...actor, scopes: ["read"] as const };
    const change = { actor: reader, input: { default_country: "PL" } };
    await expect(saveDefaultCountry(change)).rejects.toMatchObject(forbidden);
    expect(await getDefaultCountry({ actor: reader })).toBeNull();
  });

  it.each(["XX", "pl", "Poland", undefined])("%j is no country", async (country) => {
    const { actor } = await mintSignedIn();
    const saved = saveDefaultCountry({ actor, input: { default_country: country } });
    await expect(saved).rejects.toMatchObject({
      details: { fields: { default_country: ["Choose a country from the list."] } },
    });
  });
});
