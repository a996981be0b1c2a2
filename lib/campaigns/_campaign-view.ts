import { publicId } from "../core/ids";
import { countMessages, type Figures } from "./_count-messages";
import type { Campaign } from "./_find-campaign";
import { isTextHidden } from "./_is-text-hidden";
import { divideCountries } from "./_keep-quiet";
import { lastingName } from "./_lasting-name";
import { waitingCountries } from "./_waiting-countries";
import type { CampaignSummary, CampaignView } from "./contract";

/** Over how long `messages_per_second` is taken. */
const rateSeconds = 10;

/** A campaign in the words of the wire, with its figures as they are now. */
export async function viewCampaign(row: Campaign): Promise<CampaignView> {
  const figures = row.startedAt || row.chargeId || row.people > 0 ? await figuresOf(row) : null;
  return toCampaignView(row, figures, await quietCountries(row));
}

/** Where it is quiet for somebody who waits. */
async function quietCountries(row: Campaign): Promise<string[]> {
  if (row.waitReason !== "quiet_hours") return [];
  const countries = await waitingCountries(row);
  return divideCountries({ ...row, countries }, new Date()).quiet.toSorted();
}

function figuresOf(row: Campaign): Promise<Figures> | Figures {
  return (row.figures as Figures | null) ?? countMessages(row);
}

function toCampaignView(row: Campaign, figures: Figures | null, quiet: string[]): CampaignView {
  const isChecked = row.status !== "draft" || row.checkedRevision === row.revision;
  const givenBack = figures?.givenBack ?? 0;
  return {
    campaign_id: publicId("cmp", row.id),
    name: isTextHidden(row) ? lastingName(row) : row.name,
    status: row.status,
    test: row.test,
    from: row.from,
    ...textOf(row),
    columns: row.columns,
    mapping: row.mapping,
    default_country: row.defaultCountry,
    file_name: row.fileName,
    rows: row.rows,
    scheduled_at: row.scheduledAt?.toISOString() ?? null,
    rate: row.rate,
    quiet_hours:
      row.quietFrom !== null && row.quietUntil !== null
        ? { from: row.quietFrom, until: row.quietUntil }
        : null,
    is_checked: isChecked,
    summary: isChecked ? summaryOf(row) : null,
    progress: figures && toProgress(row, figures),
    credits: {
      reserved: row.reservedCredits,
      charged: row.reservedCredits - givenBack,
      refunded: givenBack,
    },
    wait_reason: row.waitReason,
    wait_until: row.waitUntil?.toISOString() ?? null,
    wait_countries: quiet,
    created_at: row.createdAt.toISOString(),
    started_at: row.startedAt?.toISOString() ?? null,
    paused_at: row.pausedAt?.toISOString() ?? null,
    ended_at: row.endedAt?.toISOString() ?? null,
  };
}

function textOf(row: Campaign): Pick<CampaignView, "body" | "store_body" | "body_erased_at"> {
  return {
    body: isTextHidden(row) ? "" : row.body,
    store_body: row.bodyStorage !== "never",
    body_erased_at: row.bodyErasedAt?.toISOString() ?? null,
  };
}

/** What the check found; its samples are whole messages. */
function summaryOf(row: Campaign): CampaignSummary | null {
  const summary = row.summary as CampaignSummary | null;
  return isTextHidden(row) ? summary && { ...summary, samples: [] } : summary;
}

function toProgress({ people, status }: Campaign, figures: Figures): CampaignView["progress"] {
  const { statuses, optedOut, notSent } = figures;
  const stored = Object.values(statuses).reduce((sum, each) => sum + each, 0);
  const waiting = people - stored - optedOut - notSent;
  const queued = (statuses["queued"] ?? 0) + (statuses["scheduled"] ?? 0);
  const left = waiting + queued;
  const perSecond = figures.recent / rateSeconds;
  const isMoving = status === "running" && perSecond > 0 && left > 0;
  return {
    people,
    waiting,
    statuses,
    opted_out: optedOut,
    not_sent: notSent,
    submitted: figures.handedOver,
    messages_per_second: perSecond,
    seconds_left: isMoving ? Math.ceil(left / perSecond) : null,
  };
}
