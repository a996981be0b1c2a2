import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Actor, operatorOf } from "../core/actor";
import { closeDatabase } from "../core/db";
import { mintAccount } from "../testing/mint-account";
import { addMembers } from "./add-members";
import { ListContactsQuery } from "./contract";
import { createGroup } from "./create-group";
import { deleteContact } from "./delete-contact";
import { exportContacts } from "./export-contacts";
import { getContact } from "./get-contact";
import { listContacts } from "./list-contacts";
import { namesOfFields } from "./names-of-fields";
import { saveContact } from "./save-contact";
import { updateContact } from "./update-contact";

afterAll(closeDatabase);

const newActor = async (mode: "live" | "test" = "live") =>
  operatorOf((await mintAccount()).accountId, mode);

const ada = { number: "+48732129000", fields: { first_name: "Ada", city: "Łódź" } };

async function find(actor: Actor, query: object): Promise<string[]> {
  const input = ListContactsQuery.parse(query);
  return (await listContacts({ actor, input })).data.map(({ number }) => number);
}

describe("a contact", () => {
  test("is one for each number: saving it again merges fields and groups", async () => {
    const actor = await newActor();
    const [one, two] = [
      await createGroup({ actor, input: { name: "One" } }),
      await createGroup({ actor, input: { name: "Two" } }),
    ];
    const first = await saveContact({ actor, input: { ...ada, groups: [one.group_id] } });
    const again = await saveContact({
      actor,
      input: {
        number: "48732129000",
        fields: { first_name: " Ada B. ", city: null, age: "36" },
        groups: [two.group_id],
      },
    });
    expect(again).toMatchObject({
      contact_id: first.contact_id,
      fields: { first_name: "Ada B.", age: "36" },
      groups: [one.group_id, two.group_id],
    });
    expect(await getContact({ actor, input: { contactId: first.contact_id } })).toEqual(again);
    expect(await find(actor, {})).toEqual(["48732129000"]);
  });

  test("is changed and deleted by its ID; groups are replaced and the number moves unless it is taken", async () => {
    const actor = await newActor();
    const group = await createGroup({ actor, input: { name: "One" } });
    const { contact_id: contactId } = await saveContact({
      actor,
      input: { ...ada, groups: [group.group_id] },
    });
    const wanted = { number: "48732129001", fields: { city: "" }, groups: [] };
    expect(await updateContact({ actor, input: { contactId, wanted } })).toMatchObject({
      number: "48732129001",
      fields: { first_name: "Ada" },
      groups: [],
    });
    const other = await saveContact({ actor, input: ada });
    const taken = updateContact({
      actor,
      input: { contactId: other.contact_id, wanted: { number: "48732129001" } },
    });
    await expect(taken).rejects.toMatchObject({ code: "conflict" });
    await deleteContact({ actor, input: { contactId } });
    const gone = { code: "not_found" };
    await expect(deleteContact({ actor, input: { contactId } })).rejects.toMatchObject(gone);
    await expect(getContact({ actor, input: { contactId } })).rejects.toMatchObject(gone);
  });

  test("of another account is not found, nor what is no ID", async () => {
    const { contact_id } = await saveContact({ actor: await newActor(), input: ada });
    const actor = await newActor();
    for (const contactId of [contact_id, "con_x", "", "msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA"]) {
      const input = { contactId, wanted: { fields: {} } };
      const gone = { code: "not_found" };
      await expect(getContact({ actor, input })).rejects.toMatchObject(gone);
      await expect(updateContact({ actor, input })).rejects.toMatchObject(gone);
      await expect(deleteContact({ actor, input })).rejects.toMatchObject(gone);
    }
  });

  test.each([
    {},
    { number: "abc" },
    { number: "48221234567" },
    { ...ada, fields: [] },
    { ...ada, fields: "x" },
    { ...ada, fields: { "first name": "x" } },
    { ...ada, fields: { "1": "x" } },
    { ...ada, fields: { a: 7 } },
    { ...ada, fields: { a: "x".repeat(301) } },
    { ...ada, fields: { a: "\u0000" } },
    { ...ada, fields: { a: "\ud800" } },
    { ...ada, fields: JSON.parse('{"__proto__":"x"}') },
    { ...ada, fields: Object.fromEntries(Array.from({ length: 31 }, (_, i) => [`f${i}`, "x"])) },
    { ...ada, groups: ["grp_01HQX7Z8RNQK5ZF8TBPNT2YFKA"] },
    { ...ada, groups: ["x"] },
  ])("is none: %j", async (input) => {
    const wrong = saveContact({ actor: await newActor(), input });
    await expect(wrong).rejects.toMatchObject({ code: "invalid_request" });
  });

  test("has at most 30 fields, also after merging", async () => {
    const actor = await newActor();
    const fields = (from: number, length: number) =>
      Object.fromEntries(Array.from({ length }, (_, i) => [`f${from + i}`, "x"]));
    await saveContact({ actor, input: { ...ada, fields: fields(0, 30) } });
    const over = saveContact({ actor, input: { ...ada, fields: fields(30, 1) } });
    await expect(over).rejects.toMatchObject({ code: "invalid_request" });
    const swapped = { ...fields(30, 1), f0: null };
    await saveContact({ actor, input: { ...ada, fields: swapped } });
  });

  test("saved many times at once loses no field", async () => {
    const actor = await newActor();
    await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        saveContact({ actor, input: { ...ada, fields: { [`f${i}`]: "x" } } }),
      ),
    );
    const [contact] = (await listContacts({ actor, input: { limit: 5 } })).data;
    expect(Object.keys(contact?.fields ?? {})).toHaveLength(12);
  });

  test("of a live number is neither seen nor changed by a test token", async () => {
    const { accountId } = await mintAccount();
    const live = operatorOf(accountId, "live");
    const actor = operatorOf(accountId, "test");
    const { contact_id: contactId } = await saveContact({ actor: live, input: ada });
    await expect(saveContact({ actor, input: ada })).rejects.toMatchObject({ code: "forbidden" });
    const gone = { code: "not_found" };
    await expect(getContact({ actor, input: { contactId } })).rejects.toMatchObject(gone);
    await expect(deleteContact({ actor, input: { contactId } })).rejects.toMatchObject(gone);
    await saveContact({ actor, input: { number: "48500000011" } });
    expect(await find(actor, {})).toEqual(["48500000011"]);
  });
});

describe("a list of contacts", () => {
  let actor: Actor;
  let groupId: string;
  beforeAll(async () => {
    actor = await newActor();
    groupId = (await createGroup({ actor, input: { name: "=Regulars" } })).group_id;
    const people = [
      { number: "48732129001", fields: { first_name: "Żaneta", note: "50% off_" } },
      { number: "48732129002", fields: { first_name: "=cmd", city: "Łódź" } },
      { number: "48732129003", fields: {} },
    ];
    const ids: string[] = [];
    for (const input of people) ids.push((await saveContact({ actor, input })).contact_id);
    await addMembers({ actor, input: { groupId, wanted: { contact_ids: ids.slice(1) } } });
  });

  test.each([
    ["129 00", ["48732129003", "48732129002", "48732129001"]],
    ["+48 732-129-003", ["48732129003"]],
    ["żane", ["48732129001"]],
    ["50%", ["48732129001"]],
    ["50", ["48732129001"]],
    ["_", ["48732129001"]],
    ["%", ["48732129001"]],
    ["first_name", []],
    ['", "', []],
    [" ", ["48732129003", "48732129002", "48732129001"]],
    ["a\u0000", []],
    ["\ud800", []],
  ])("searched for %j has %j", async (q, numbers) => {
    expect(await find(actor, { q })).toEqual(numbers);
  });

  test("comes newest first, page by page, of all or of a group", async () => {
    const first = await listContacts({ actor, input: { limit: 2 } });
    expect(first.data.map(({ number }) => number)).toEqual(["48732129003", "48732129002"]);
    expect(await find(actor, { limit: 2, cursor: first.nextCursor })).toEqual(["48732129001"]);
    expect(await find(actor, { group_id: groupId })).toEqual(["48732129003", "48732129002"]);
    expect(await find(actor, { group_id: groupId, q: "łódź" })).toEqual(["48732129002"]);
    await expect(find(actor, { cursor: "x" })).rejects.toMatchObject({ code: "invalid_request" });
    await expect(find(actor, { group_id: "x" })).rejects.toMatchObject({ code: "not_found" });
  });

  test("is exported with a column for each field, and no cell is a formula", async () => {
    const file = await text(await exportContacts({ actor, input: {} }));
    expect(file).toBe(
      [
        "number,first_name,city,note,groups",
        "48732129003,,,,'=Regulars",
        "48732129002,'=cmd,Łódź,,'=Regulars",
        "48732129001,Żaneta,,50% off_,",
        "",
      ].join("\r\n"),
    );
    expect(await namesOfFields({ actor })).toEqual({
      names: ["first_name", "city", "note"],
      contacts: 3,
    });
  });
});
