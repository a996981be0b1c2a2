import { expect, test } from "vitest";
import { mintAccount } from "../testing/mint-account";
import { getOwnNumber, saveOwnNumber } from "./own-number";

test("a user's own number is unknown, then kept, then replaced, and nobody else's", async () => {
  const { userId } = await mintAccount();
  const other = await mintAccount();
  expect(await getOwnNumber(userId)).toBeNull();
  await saveOwnNumber(userId, "48732129000");
  await saveOwnNumber(other.userId, "48732129009");
  expect(await getOwnNumber(userId)).toBe("48732129000");
  await saveOwnNumber(userId, "48732129001");
  expect(await getOwnNumber(userId)).toBe("48732129001");
  expect(await getOwnNumber(other.userId)).toBe("48732129009");
});
