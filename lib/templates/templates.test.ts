import { afterAll, describe, expect, test } from "vitest";
import { operatorOf } from "../core/actor";
import { closeDatabase } from "../core/db";
import { mintAccount } from "../testing/mint-account";
import { maxPlaces } from "./contract";
import { createTemplate } from "./create-template";
import { deleteTemplate } from "./delete-template";
import { getTemplate } from "./get-template";
import { listTemplates } from "./list-templates";
import { updateTemplate } from "./update-template";

afterAll(closeDatabase);

const newActor = async (mode: "live" | "test" = "live") =>
  operatorOf((await mintAccount()).accountId, mode);

const parcel = { name: "Parcel", body: "Hi {{name|there}}, parcel {{parcel}} comes today." };

describe("a template", () => {
  test("is saved with its variables, found by its ID, changed, and deleted", async () => {
    const actor = await newActor();
    const made = await createTemplate({ actor, input: parcel });
    expect(made).toMatchObject({
      ...parcel,
      variables: [
        { name: "name", required: false },
        { name: "parcel", required: true },
      ],
    });
    const input = { templateId: made.template_id };
    expect(await getTemplate({ actor, input })).toEqual(made);
    const changed = await updateTemplate({ actor, input: { ...input, wanted: { body: "Bye" } } });
    expect(changed).toMatchObject({ name: "Parcel", body: "Bye", variables: [] });
    await deleteTemplate({ actor, input });
    await expect(getTemplate({ actor, input })).rejects.toMatchObject({ code: "not_found" });
    await expect(deleteTemplate({ actor, input })).rejects.toMatchObject({ code: "not_found" });
  });

  test("of another account is not found, nor what is no ID", async () => {
    const { template_id } = await createTemplate({ actor: await newActor(), input: parcel });
    const actor = await newActor();
    for (const templateId of [template_id, "tpl_x", "", "msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA"]) {
      const input = { templateId, wanted: { name: "Mine" } };
      const gone = { code: "not_found" };
      await expect(getTemplate({ actor, input })).rejects.toMatchObject(gone);
      await expect(updateTemplate({ actor, input })).rejects.toMatchObject(gone);
      await expect(deleteTemplate({ actor, input })).rejects.toMatchObject(gone);
    }
  });

  test("shares its name with no other of its account", async () => {
    const actor = await newActor();
    await createTemplate({ actor, input: parcel });
    const other = await createTemplate({ actor, input: { ...parcel, name: "Other" } });
    const used = { code: "conflict" };
    await expect(createTemplate({ actor, input: parcel })).rejects.toMatchObject(used);
    const input = { templateId: other.template_id, wanted: { name: "Parcel" } };
    await expect(updateTemplate({ actor, input })).rejects.toMatchObject(used);
    await createTemplate({ actor: await newActor(), input: parcel });
  });

  test.each([
    {},
    { name: "", body: "x" },
    { name: "x", body: "" },
    { name: "x", body: "  \u200b" },
    { name: "x", body: "Hi {{first name}}" },
    { name: "x", body: "Hi {{" },
    { name: "x", body: "{{a}}".repeat(maxPlaces + 1) },
    { name: "x", body: "a".repeat(6121) },
    { name: "x", body: "a\u0000" },
    { name: "x\n", body: 7 },
    { name: "x".repeat(81), body: "x" },
    { name: "a\u202eb", body: "x" },
  ])("is none: %j", async (input) => {
    const wrong = createTemplate({ actor: await newActor(), input });
    await expect(wrong).rejects.toMatchObject({ code: "invalid_request" });
  });

  test("may be added by a test token, but not changed or deleted", async () => {
    const actor = await newActor("test");
    const { template_id: templateId } = await createTemplate({ actor, input: parcel });
    const input = { templateId, wanted: { body: "x" } };
    const refused = { code: "forbidden" };
    await expect(updateTemplate({ actor, input })).rejects.toMatchObject(refused);
    await expect(deleteTemplate({ actor, input })).rejects.toMatchObject(refused);
    expect(await getTemplate({ actor, input })).toMatchObject(parcel);
  });
});

test("templates are listed newest first, page by page", async () => {
  const actor = await newActor();
  for (const name of ["a", "b", "c"]) await createTemplate({ actor, input: { name, body: "x" } });
  const first = await listTemplates({ actor, input: { limit: 2 } });
  expect(first.data.map(({ name }) => name)).toEqual(["c", "b"]);
  const cursor = first.nextCursor ?? "";
  const second = await listTemplates({ actor, input: { limit: 2, cursor } });
  expect(second).toMatchObject({ data: [{ name: "a" }], nextCursor: null });
  const wrong = listTemplates({ actor, input: { limit: 2, cursor: "x" } });
  await expect(wrong).rejects.toMatchObject({ code: "invalid_request" });
});
