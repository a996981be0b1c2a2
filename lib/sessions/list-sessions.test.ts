import { describe, expect, it } from "vitest";
import { ageSession } from "../testing/age-session";
import { mintSignedIn } from "../testing/signed-in";
import { browserWords } from "./browser-words";
import { endOwnSession } from "./end-own-session";
import { listSessions } from "./list-sessions";
import { readSession } from "./read-session";

describe("the list of sessions", () => {
  it("shows the one that asks first, the others by their last use, and none that has run out", async () => {
    const { actor, session, again } = await mintSignedIn();
    const { sessionId: second } = await again();
    const { sessionId: third } = await again();
    const { sessionId: over } = await again();
    await ageSession(second, { lastSeenAt: new Date(Date.now() - 60_000) });
    await ageSession(session.sessionId, { lastSeenAt: new Date(Date.now() - 120_000) });
    await ageSession(over, { expiresAt: new Date(Date.now() - 1) });
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
