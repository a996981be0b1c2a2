import { sql } from "drizzle-orm";
import { campaignRows, campaigns } from "@/drizzle/schema/campaigns";
import { type Actor, demandPermission } from "../core/actor";
import { db, type Tx } from "../core/db";
import { env } from "../core/env";
import { AppError } from "../core/errors";
import { invalidFields } from "../core/invalid-fields";
import { slots } from "../core/limits/slots";
import { once } from "../core/once";
import { coreSentences } from "../core/sentences";
import { withStatementKind } from "../core/statement-kind";
import { maxCellLength, maxColumns, maxRows } from "../spreadsheets/contract";
import { isCampaign, isRowOf } from "./_campaign-ref";
import { viewCampaign } from "./_campaign-view";
import { demandFewRows } from "./_demand-few-rows";
import { type Campaign, demandStatus, lockCampaign } from "./_find-campaign";
import { storableCell } from "./_storable-cell";
import type { CampaignView } from "./contract";
import { campaignSentences } from "./sentences";

/** How many wait for one of the connections, of one account and in all; and for how long. */
const maxWaitingOfOne = 8;
const maxWaiting = 64;
const maxWaitMs = 30_000;

/** Each has a connection while it reads, often from the database, too: that has to leave some for others. */
const places = once(() => {
  const total = Math.max(1, Math.floor(env().DATABASE_POOL / 3));
  return slots({ perKey: total, total, waitingPerKey: maxWaitingOfOne, waitingTotal: maxWaiting });
});

/** A row as it was read. */
export interface NewRow {
  /** Its number in the file, the header being row 1; in a list without one, from 1. */
  position: number;
  cells: readonly string[];
  clientRef?: string | null;
}

interface Wanted {
  actor: Actor;
  input: {
    /** As on the wire, `cmp_…`. */
    campaignId: string;
    /** The names of the columns. */
    columns: string[];
    /** What each of them is, as in `CampaignView`. */
    mapping: (string | null)[];
    fileName?: string | null;
    /** Whether they come behind the rows there are, which have the same columns; else they replace them. */
    isAppended?: boolean;
    /** Whether a draft that has rows keeps them, and these are not read. */
    isOnlyFirst?: boolean;
    /** Read as they are stored. What it throws leaves the draft with the rows it had. */
    chunks: AsyncIterable<readonly NewRow[]>;
  };
}

/**
 * Gives a draft its rows, all of them or none. Throws invalid_request for more than 100,000 of them or 100 columns,
 * not_found, conflict if it is no draft or the account keeps too many rows, unavailable while too many others are stored, and forbidden without `send_messages`.
 */
export async function storeRows({ actor, input }: Wanted): Promise<CampaignView> {
  demandPermission(actor, "send_messages");
  if (input.columns.length > maxColumns) {
    throw invalidFields({ recipients: [campaignSentences.tooManyColumns({ max: maxColumns })] });
  }
  const refuse = () => new AppError("unavailable", coreSentences.tooManyFiles);
  const row = await places().run(actor.accountId, { maxWaitMs, refuse }, () =>
    withStatementKind("bulk", () => db().transaction((tx) => store({ actor, input }, tx))),
  );
  return viewCampaign(row);
}

async function store({ actor, input }: Wanted, tx: Tx): Promise<Campaign> {
  const campaign = await lockCampaign(actor, input.campaignId, tx);
  if (keepsRows(campaign, input)) return campaign;
  demandStatus(campaign, "draft");
  const { isAppended = false, columns, mapping, fileName = null } = input;
  if (isAppended && campaign.rows > 0 && columns.length !== campaign.columns.length) {
    const count = campaign.columns.length;
    throw invalidFields({ recipients: [campaignSentences.otherColumns({ count })] });
  }
  await demandFewRows(actor.accountId, tx);
  if (!isAppended) await tx.delete(campaignRows).where(isRowOf(campaign));
  let rows = isAppended ? campaign.rows : 0;
  // Behind the last row there is; a file has its own numbers.
  const offset = isAppended ? await lastPosition(campaign, tx) : 0;
  for await (const chunk of input.chunks) {
    rows += chunk.length;
    if (rows > maxRows) {
      throw invalidFields({ recipients: [campaignSentences.tooManyRows({ max: maxRows })] });
    }
    await insertChunk({ campaign, chunk, offset }, tx);
  }
  const isFirst = !isAppended || campaign.rows === 0;
  const [changed] = await tx
    .update(campaigns)
    .set({
      ...(isFirst ? { columns: columns.map(storableCell), mapping, fileName } : {}),
      rows,
      revision: campaign.revision + 1,
      // A check of what it was before is worth nothing.
      checkId: null,
      checkingUntil: null,
      updatedAt: new Date(),
    })
    .where(isCampaign(campaign))
    .returning();
  if (!changed) throw new AppError("not_found", campaignSentences.notFound);
  return changed;
}

function keepsRows({ rows, status }: Campaign, { isOnlyFirst = false }: Wanted["input"]): boolean {
  return isOnlyFirst && (rows > 0 || status !== "draft");
}

async function lastPosition({ accountId, id }: Campaign, tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ last: number }>(sql`
    select coalesce(max(position), 0) as last from ${campaignRows}
    where account_id = ${accountId} and campaign_id = ${id}`);
  return row?.last ?? 0;
}

interface Inserting {
  campaign: Campaign;
  chunk: readonly NewRow[];
  offset: number;
}

async function insertChunk({ campaign, chunk, offset }: Inserting, tx: Tx): Promise<void> {
  if (chunk.length === 0) return;
  const rows = chunk.map(({ position, cells, clientRef = null }) => {
    demandSmallCells(position, cells);
    return {
      position: position + offset,
      cells: cells.map(storableCell),
      client_ref: clientRef,
    };
  });
  await tx.execute(sql`
    insert into ${campaignRows} (account_id, campaign_id, position, cells, client_ref)
    select ${campaign.accountId}::uuid, ${campaign.id}::uuid, position, cells, client_ref
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(position int, cells jsonb, client_ref text)`);
}

function demandSmallCells(row: number, cells: readonly string[]): void {
  if (cells.length > maxColumns) {
    throw invalidFields({ recipients: [campaignSentences.tooManyColumns({ max: maxColumns })] });
  }
  if (cells.every(({ length }) => length <= maxCellLength)) return;
  throw invalidFields({ recipients: [campaignSentences.longCell({ row, max: maxCellLength })] });
}
