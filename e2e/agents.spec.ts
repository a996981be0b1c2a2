import { expect } from "@playwright/test";
import { callTool, closeAgents, connectAgent } from "../lib/testing/agent-client";
import { guideMessage } from "./client";
import { atEachDoor } from "./doors";
import { mintToken, test } from "./fixtures";

test.afterEach(closeAgents);

atEachDoor((door) => {
  test("a program's session: price, dry run, confirm, follow until delivered, balance", async ({
    account: { token },
  }) => {
    const client = await connectAgent(door, token);
    expect(client.getServerVersion()).toMatchObject({ name: "depesza" });
    expect(client.getInstructions()).toContain("dry_run: true");
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["price_text", "send_message", "get_message", "get_balance"]),
    );
    const price = await callTool(client, "price_text", { body: guideMessage.body });
    expect(price.value).toMatchObject({ segments: 1, credits: 1 });
    const unconfirmed = await callTool(client, "send_message", guideMessage);
    expect(unconfirmed).toMatchObject({ isError: true, value: { code: "invalid_request" } });
    const dry = await callTool(client, "send_message", { ...guideMessage, dry_run: true });
    expect(dry.value).toMatchObject({ status: "dry_run", message_id: null });
    const confirmed = { ...guideMessage, confirm: dry.value["confirm"] };
    const sent = await callTool(client, "send_message", confirmed);
    expect(sent).toMatchObject({ isError: false, value: { replayed: false } });
    const { message_id } = sent.value;
    const statusNow = async () =>
      (await callTool(client, "get_message", { message_id })).value["status"];
    await expect.poll(statusNow, { timeout: 15_000, intervals: [100] }).toBe("delivered");
    const repeated = await callTool(client, "send_message", confirmed);
    expect(repeated.value).toMatchObject({ message_id, replayed: true });
    const balance = await callTool(client, "get_balance");
    expect(balance.value).toMatchObject({ credits: 99 });
  });

  test("a token that may only read is shown no way to send, and has none", async ({ account }) => {
    const token = await mintToken({ email: account.email, scopes: "read" });
    const client = await connectAgent(door, token);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).not.toContain("send_message");
    const given = { ...guideMessage, dry_run: true };
    expect(await callTool(client, "send_message", given)).toMatchObject({
      isError: true,
      value: { code: "forbidden" },
    });
    expect((await callTool(client, "list_messages")).value["data"]).toEqual([]);
    await expect(connectAgent(door, "wrong")).rejects.toThrow();
  });
});
