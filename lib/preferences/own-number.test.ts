import { expect, test } from "vitest";
import { mintSignedIn } from "../testing/signed-in";
import { getOwnNumber, saveOwnNumber } from "./own-number";

test("a user's own number is unknown, then kept, then replaced, and nobody else's", async () => {
  const { actor } = await mintSignedIn();
  const other = await mintSignedIn();
  expect(await getOwnNumber({ actor })).toBeNull();
  await saveOwnNumber({ actor, input: { number: "48732129000" } });
  await saveOwnNumber({ actor: other.actor, input: { number: "48732129009" } });
  expect(await getOwnNumber({ actor })).toBe("48732129000");
  await saveOwnNumber({ actor, input: { number: "48732129001" } });
  expect(await getOwnNumber({ actor })).toBe("48732129001");
  expect(await getOwnNumber({ actor: other.actor })).toBe("48732129009");
});
