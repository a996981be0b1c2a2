import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, operatorOf } from "../core/actor";
import { addOptOut } from "../opt-outs/add-opt-out";
import { mintAccount } from "../testing/mint-account";
import { draftCampaign, phones, uncheckedCampaign } from "../testing/play-campaign";
import { soakOr } from "../testing/soak-or";
import { useOwnDatabase } from "../testing/use-own-database";
import { turns } from "./_turns";
import { awaitCheck } from "./await-check";
import { checkCampaigns } from "./check-campaigns";
import { getCampaign } from "./get-campaign";
import { listRows } from "./list-rows";
import { updateCampaign } from "./update-campaign";

let dropDatabase: () => Promise<void>;
let actor: Actor;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
  actor = operatorOf((await mintAccount()).accountId, "live");
});
afterAll(() => dropDatabase());

async function verdicts(campaignId: string) {
  const { data } = await listRows({ actor, input: { campaignId, limit: 1000 } });
  return data.map(({ row, state, detail }) => [row, state, detail]);
}

test("each row has a verdict, and what it is about", async () => {
  await addOptOut({ actor, input: { number: "48601000009" } });
  const draft = await draftCampaign(actor, {
    rows: [
      ["501 000 001", "Ola"],
      ["", "Nobody"],
      ["hello", "Nobody"],
      ["48221234567", "Landline"],
      ["+48 501-000-001", "Ola again"],
      ["48601000009", "Opted out"],
      ["48501000010", ""],
      ["48501000010", "Second try"],
      ["48501000011", "a".repeat(999)],
      ["5,01E+08", "Rounded"],
      ["447400123456", "Brit"],
    ],
    variables: ["first_name"],
    body: `{{first_name}} ${"a".repeat(600)}`,
    settings: { default_country: "PL" },
  });
  expect(await verdicts(draft.campaign_id)).toEqual([
    [2, "ready", null],
    [3, "empty", null],
    [4, "invalid", "not_a_number"],
    [5, "landline", null],
    [6, "duplicate", "2"],
    [7, "opted_out", null],
    [8, "missing_variable", "first_name"],
    [9, "ready", null],
    [10, "too_long", "11"],
    [11, "invalid", "spreadsheet"],
    [12, "ready", null],
  ]);
  expect(draft.summary?.counts).toEqual({
    rows: 11,
    valid: 3,
    empty: 1,
    invalid: 2,
    landline: 1,
    duplicate: 1,
    opted_out: 1,
    missing_variable: 1,
    too_long: 1,
  });
  const { data } = await listRows({
    actor,
    input: { campaignId: draft.campaign_id, state: "ready", limit: 10 },
  });
  expect(data.map(({ to, country }) => [to, country])).toEqual([
    ["48501000001", "PL"],
    ["48501000010", "PL"],
    ["447400123456", "GB"],
  ]);
});

test("the summary says what costs more segments, where, and how many people; and shows three messages", async () => {
  const names = ["Paweł", "Michał", "Ola", "Zoë", "Łucja"];
  const draft = await draftCampaign(actor, {
    rows: phones(5).map((to, place) => [to, names[place] ?? ""]),
    variables: ["first_name"],
    body: `Hello {{first_name}}, ${"a".repeat(90)}`,
  });
  expect(draft.summary).toMatchObject({
    credits: 9,
    segments: [
      { segments: 1, people: 1 },
      { segments: 2, people: 4 },
    ],
    causes: [
      { character: "ł", variable: "first_name", people: 2, segments: 2 },
      { character: "ë", variable: "first_name", people: 1, segments: 2 },
      { character: "Ł", variable: "first_name", people: 1, segments: 2 },
    ],
  });
  expect(draft.summary?.samples.map(({ row, body }) => [row, body.slice(0, 12)])).toEqual([
    [4, "Hello Ola, a"],
    [3, "Hello Michał"],
  ]);
});

test("whoever has several costly characters is counted with each, wherever they come from", async () => {
  const rows = phones(3).map((to, place) => [
    to,
    ["Łucja", "Michał", "Ola"][place] ?? "",
    ["Gęś", "Paweł", "Gęś"][place] ?? "",
  ]);
  const draft = await draftCampaign(actor, {
    rows,
    variables: ["first_name", "last_name"],
    body: `Hello {{first_name}} {{last_name}}, ${"a".repeat(90)}`,
  });
  const counted = draft.summary?.causes.map(({ character, variable, people }) => [
    `${character} ${variable}`,
    people,
  ]);
  expect(Object.fromEntries(counted ?? [])).toEqual({
    "Ł first_name": 1,
    "ę last_name": 2,
    "ś last_name": 2,
    "ł first_name": 1,
    "ł last_name": 1,
  });
});

test("a character of the text itself is named as that, and one that costs nothing is not named", async () => {
  const [to = ""] = phones(1);
  const long = await draftCampaign(actor, { rows: [[to]], body: `„${"a".repeat(100)}` });
  expect(long.summary?.causes).toEqual([
    { character: "„", variable: null, people: 1, segments: 2 },
  ]);
  const short = await draftCampaign(actor, { rows: [[to]], body: "Cześć" });
  expect(short.summary?.causes).toEqual([]);
  const even = await draftCampaign(actor, {
    rows: [[to]],
    body: `ą${"a".repeat(200)}ą`.slice(0, 134),
  });
  expect(even.summary?.causes).toHaveLength(1);
});

test("a change makes the check old, and the next one sees it", async () => {
  const draft = await draftCampaign(actor, { rows: [["48501000001"], ["501000002"]] });
  const input = { campaignId: draft.campaign_id };
  expect(draft.summary?.counts).toMatchObject({ valid: 1, invalid: 1 });
  const wanted = { default_country: "PL" };
  const changed = await updateCampaign({ actor, input: { ...input, wanted } });
  expect(changed).toMatchObject({ is_checked: false, summary: null });
  const early = await awaitCheck({ actor, input: { ...input, timeoutMs: 150 } });
  expect(early.is_checked).toBe(false);
  await checkCampaigns();
  expect(await awaitCheck({ actor, input: { ...input, timeoutMs: 150 } })).toMatchObject({
    is_checked: true,
    summary: { counts: { valid: 2, invalid: 0 } },
  });
  await updateCampaign({ actor, input: { ...input, wanted: { name: "Only a name" } } });
  expect((await getCampaign({ actor, input })).is_checked).toBe(true);
});

test("without a text the numbers are checked alone; without a column of numbers nothing is", async () => {
  const draft = await draftCampaign(actor, { rows: [["48501000001"], ["x"]], body: "" });
  expect(draft.summary).toMatchObject({ counts: { valid: 1, invalid: 1 }, credits: 0 });
  const input = { campaignId: draft.campaign_id };
  await updateCampaign({ actor, input: { ...input, wanted: { mapping: [null] } } });
  await checkCampaigns();
  expect(await getCampaign({ actor, input })).toMatchObject({ is_checked: true, summary: null });
});

test("a change during a check wins, and two workers check a draft once", async () => {
  const rows = phones(3000).map((to) => [to]);
  const { campaign_id: campaignId } = await uncheckedCampaign(actor, { rows });
  const checking = checkCampaigns();
  expect(await checkCampaigns()).toBe(0);
  await updateCampaign({ actor, input: { campaignId, wanted: { body: "ą".repeat(80) } } });
  await checking;
  expect((await getCampaign({ actor, input: { campaignId } })).is_checked).toBe(false);
  await checkCampaigns();
  const { summary } = await getCampaign({ actor, input: { campaignId } });
  expect(summary).toMatchObject({ credits: 6000, segments: [{ segments: 2, people: 3000 }] });
});

test("identical rows are one person and as many duplicates", async () => {
  const rows = Array.from({ length: 2500 }, () => ["48501000001"]);
  const draft = await draftCampaign(actor, { rows });
  expect(draft.summary?.counts).toMatchObject({ rows: 2500, valid: 1, duplicate: 2499 });
});

test("work on many rows gives way to everything else again and again", async () => {
  let others = 0;
  let isOver = false;
  const other = () => {
    others += 1;
    if (!isOver) setImmediate(other);
  };
  setImmediate(other);
  const hardWork = (item: number) => {
    const untilMs = performance.now() + 2;
    while (performance.now() < untilMs);
    return item;
  };
  const items = Array.from({ length: 100 }, (_, index) => index);
  expect(await turns().map(items, hardWork)).toEqual(items);
  isOver = true;
  // 200 ms of work in turns of 8 ms.
  expect(others).toBeGreaterThan(12);
});

test("a check of many rows finds each of them", async () => {
  const count = soakOr(100_000, 5_000);
  const rows = phones(count).map((to) => [to, "Paweł"]);
  const body = `Hello {{first_name}}, ${"a".repeat(90)}`;
  const wanted = { rows, variables: ["first_name"], body };
  const { campaign_id: campaignId } = await uncheckedCampaign(actor, wanted);
  await checkCampaigns();
  const { summary } = await getCampaign({ actor, input: { campaignId } });
  expect(summary?.counts.valid).toBe(count);
}, 180_000);
