import Link from "next/link";
import { wordsOf } from "@/components/language/current-language";
import { OutsideText } from "@/components/outside-text";
import { Time } from "@/components/ui/time";
import type { CampaignView } from "@/lib/campaigns/contract";
import { progressParts, progressSum } from "../progress-parts";
import { campaignWords } from "../words";
import { CampaignMark } from "./campaign-mark";
import { SplitBar } from "./split-bar";

/** The campaigns of the account: what each is called, how far it is, and what it cost. */
export async function CampaignList({ campaigns }: { campaigns: readonly CampaignView[] }) {
  const words = await wordsOf(campaignWords);
  return (
    <ul aria-label={words.caption} className="border-line border-b">
      {campaigns.map((campaign) => (
        <CampaignRow key={campaign.campaign_id} campaign={campaign} />
      ))}
    </ul>
  );
}

async function CampaignRow({ campaign }: { campaign: CampaignView }) {
  const words = await wordsOf(campaignWords);
  const { campaign_id, name, status, credits, summary, created_at, started_at } = campaign;
  const parts = progressParts(campaign);
  const { people, ended } = progressSum(parts);
  const cost = status === "draft" ? (summary?.credits ?? 0) : credits.reserved - credits.refunded;
  return (
    <li className="relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 gap-y-1 border-line border-t py-3 hover:bg-sunk md:grid-cols-[minmax(0,3fr)_8rem_minmax(0,4fr)_7rem_8rem] md:px-2">
      <Link
        href={`/campaigns/${campaign_id}`}
        prefetch={false}
        className="truncate font-medium text-md after:absolute after:inset-0"
      >
        {name ? <OutsideText text={name} /> : words.untitled}
      </Link>
      <CampaignMark status={status} words={words.statuses[status]} />
      <div className="max-md:col-span-full">
        {parts.length > 0 && <SplitBar parts={parts} className="mb-1 h-2" />}
        <p className="flex flex-wrap justify-between gap-x-4 text-mute text-sm tabular-nums">
          <span>{words.people(people || (summary?.counts.valid ?? campaign.rows))}</span>
          {people > 0 && status !== "cancelled" && (
            <span>{words.done(Math.floor((100 * ended) / people))}</span>
          )}
        </p>
      </div>
      <span className="text-sm tabular-nums md:text-right">{cost > 0 && words.credits(cost)}</span>
      <Time at={started_at ?? created_at} className="text-right text-mute text-sm" />
    </li>
  );
}
