import { afterAll, describe, expect, test } from "vitest";
import { type Actor, operatorOf } from "../core/actor";
import { closeDatabase } from "../core/db";
import { mintAccount } from "../testing/mint-account";
import { addMembers } from "./add-members";
import { createGroup } from "./create-group";
import { deleteContact } from "./delete-contact";
import { deleteGroup } from "./delete-group";
import { getContact } from "./get-contact";
import { type ImportedRow, importContacts } from "./import-contacts";
import { listContacts } from "./list-contacts";
import { listGroups } from "./list-groups";
import { membersOf } from "./members-of";
import { removeMembers } from "./remove-members";
import { renameGroup } from "./rename-group";
import { saveContact } from "./save-contact";

afterAll(closeDatabase);

const newActor = async (mode: "live" | "test" = "live") =>
  operatorOf((await mintAccount()).accountId, mode);

const newGroup = async (actor: Actor, name = "Regulars") =>
  (await createGroup({ actor, input: { name } })).group_id;

async function members(actor: Actor, groupId: string) {
  const all = [];
  for await (const member of membersOf({ actor, input: { groupId } })) all.push(member);
  return all;
}

describe("a group", () => {
  test("takes contacts in, each once, and lets them go", async () => {
    const actor = await newActor();
    const groupId = await newGroup(actor);
    const { contact_id } = await saveContact({ actor, input: { number: "48732129000" } });
    const stranger = await saveContact({
      actor: await newActor(),
      input: { number: "48732129000" },
    });
    const contact_ids = [contact_id, contact_id, stranger.contact_id, "x"];
    const input = { groupId, wanted: { contact_ids } };
    expect(await addMembers({ actor, input })).toEqual({ changed: 1, unchanged: 0, unknown: 2 });
    expect(await addMembers({ actor, input })).toEqual({ changed: 0, unchanged: 1, unknown: 2 });
    expect((await listGroups({ actor, input: { limit: 5 } })).data).toMatchObject([
      { group_id: groupId, name: "Regulars", contacts: 1 },
    ]);
    expect(await removeMembers({ actor, input })).toBe(1);
    await expect(removeMembers({ actor, input })).rejects.toMatchObject({ code: "not_found" });
    expect(await members(actor, groupId)).toEqual([]);
  });

  test("loses a contact that is deleted, and its contacts stay when it is deleted", async () => {
    const actor = await newActor();
    const groupId = await newGroup(actor);
    const save = (number: string) => saveContact({ actor, input: { number, groups: [groupId] } });
    const [gone, stays] = [await save("48732129000"), await save("48732129001")];
    await deleteContact({ actor, input: { contactId: gone.contact_id } });
    expect(await members(actor, groupId)).toEqual([{ number: "48732129001", fields: {} }]);
    await deleteGroup({ actor, input: { groupId } });
    const { groups } = await getContact({ actor, input: { contactId: stays.contact_id } });
    expect(groups).toEqual([]);
    await expect(deleteGroup({ actor, input: { groupId } })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("has a name of its own in its account", async () => {
    const actor = await newActor();
    await newGroup(actor);
    const groupId = await newGroup(actor, "Other");
    const used = { code: "conflict" };
    await expect(newGroup(actor)).rejects.toMatchObject(used);
    const rename = (name: string) => renameGroup({ actor, input: { groupId, wanted: { name } } });
    await expect(rename("Regulars")).rejects.toMatchObject(used);
    expect(await rename("Third")).toMatchObject({ name: "Third", contacts: 0 });
    await expect(rename("")).rejects.toMatchObject({ code: "invalid_request" });
    await newGroup(await newActor());
  });

  test("of another account is not found", async () => {
    const groupId = await newGroup(await newActor());
    const actor = await newActor();
    const gone = { code: "not_found" };
    const wanted = { name: "x", contact_ids: ["x"] };
    await expect(renameGroup({ actor, input: { groupId, wanted } })).rejects.toMatchObject(gone);
    await expect(deleteGroup({ actor, input: { groupId } })).rejects.toMatchObject(gone);
    await expect(addMembers({ actor, input: { groupId, wanted } })).rejects.toMatchObject(gone);
    await expect(removeMembers({ actor, input: { groupId, wanted } })).rejects.toMatchObject(gone);
    await expect(members(actor, groupId)).rejects.toMatchObject(gone);
  });

  test("takes at most 10,000 contacts in one request", async () => {
    const actor = await newActor();
    const input = {
      groupId: await newGroup(actor),
      wanted: { contact_ids: Array(10_001).fill("x") },
    };
    await expect(addMembers({ actor, input })).rejects.toMatchObject({ code: "invalid_request" });
  });

  test("is counted for a test token by its test numbers, and not renamed or deleted by one", async () => {
    const { accountId } = await mintAccount();
    const live = operatorOf(accountId, "live");
    const actor = operatorOf(accountId, "test");
    const groupId = await newGroup(live);
    for (const number of ["48732129000", "48500000011"]) {
      await saveContact({ actor: live, input: { number, groups: [groupId] } });
    }
    expect((await listGroups({ actor, input: { limit: 5 } })).data).toMatchObject([
      { contacts: 1 },
    ]);
    expect(await members(actor, groupId)).toEqual([{ number: "48500000011", fields: {} }]);
    const refused = { code: "forbidden" };
    await expect(deleteGroup({ actor, input: { groupId } })).rejects.toMatchObject(refused);
    const input = { groupId, wanted: { name: "x" } };
    await expect(renameGroup({ actor, input })).rejects.toMatchObject(refused);
  });
});

describe("an import", () => {
  test("adds, merges, and rejects row by row, into a group", async () => {
    const actor = await newActor();
    const groupId = await newGroup(actor);
    await saveContact({ actor, input: { number: "48732129000", fields: { a: "1", b: "2" } } });
    const rows: ImportedRow[] = [
      { number: "732 129 000", fields: { a: "9", b: "" } },
      { number: "+48 732 129 001", fields: { a: "1" } },
      { number: "+48 732 129 001", fields: { b: "2" } },
      { number: "22 123 45 67", fields: {} },
      { number: "+48 732 129 002", fields: { "no name": "x" } },
      { number: "x".repeat(65), fields: {} },
    ];
    const input = { rows, groupId, country: "PL" as const };
    const done = await importContacts({ actor, input });
    expect(done).toMatchObject({ added: 1, merged: 2, rejected: 3 });
    expect(done.errors.map(({ index }) => index)).toEqual([3, 4, 5]);
    const found = await members(actor, groupId);
    expect(found.sort((one, other) => one.number.localeCompare(other.number))).toEqual([
      { number: "48732129000", fields: { a: "9", b: "2" } },
      { number: "48732129001", fields: { a: "1", b: "2" } },
    ]);
    expect(await importContacts({ actor, input })).toMatchObject({ added: 0, merged: 3 });
  });

  test("of many rows, as they come, reaches every page of a group", async () => {
    const actor = await newActor();
    const groupId = await newGroup(actor);
    async function* rows() {
      for (let each = 0; each < 2500; each += 1) {
        yield { number: `+487321${String(each).padStart(5, "0")}`, fields: { n: String(each) } };
      }
    }
    const input = { rows: rows(), groupId, country: null };
    expect(await importContacts({ actor, input })).toMatchObject({ added: 2500, rejected: 0 });
    const found = await members(actor, groupId);
    expect(new Set(found.map(({ number }) => number)).size).toBe(2500);
  });

  test("into a group of another account stores nothing", async () => {
    const groupId = await newGroup(await newActor());
    const actor = await newActor();
    const input = { rows: [{ number: "+48732129000", fields: {} }], groupId, country: null };
    await expect(importContacts({ actor, input })).rejects.toMatchObject({
      code: "invalid_request",
    });
    expect((await listContacts({ actor, input: { limit: 1 } })).data).toEqual([]);
  });
});
