import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { OutsideText } from "@/components/outside-text";
import { PageHeading } from "@/components/ui/heading";
import { Time } from "@/components/ui/time";
import { emailsOf } from "@/lib/accounts/emails-of";
import { publicId } from "@/lib/core/ids";
import {
  listTroubledEndpoints,
  type TroubledEndpoint,
} from "@/lib/deliveries/list-troubled-endpoints";
import { AccountLink } from "../_components/account-link";
import { RowTable } from "../_components/row-table";
import { KeepFresh } from "../keep-fresh";
import { requireAdmin } from "../require-admin";
import { MendEndpoint } from "./_components/mend-endpoint";
import { adminDeliveriesWords } from "./words";

const limit = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(adminDeliveriesWords)).title };
}

/** The endpoints of all accounts that are in trouble, and what mends them. */
export default async function AdminDeliveriesPage() {
  const actor = await requireAdmin("/admin/deliveries");
  const endpoints = await listTroubledEndpoints({ actor, input: { limit, minutes: 0 } });
  const accountIds = endpoints.map(({ accountId }) => accountId);
  const [emails, words] = await Promise.all([
    emailsOf({ actor, input: { accountIds } }),
    wordsOf(adminDeliveriesWords),
  ]);
  const isEmpty = endpoints.length === 0;
  return (
    <>
      <KeepFresh />
      <PageHeading title={words.title} lead={words.lead} />
      {isEmpty && <p className="font-medium text-md">{words.none}</p>}
      {!isEmpty && (
        <RowTable
          caption={words.title}
          columns={Object.values(words.columns)}
          rows={endpoints.map((each) => ({
            id: each.id,
            cells: cellsOf(each, emails.get(each.accountId), words),
          }))}
        />
      )}
      {endpoints.length === limit && <p className="mt-3 text-mute">{words.most(limit)}</p>}
    </>
  );
}

type AdminDeliveriesWords = (typeof adminDeliveriesWords)["en"];

/** More than this many are not counted. */
const maxCounted = 1000;

function cellsOf(each: TroubledEndpoint, email: string | undefined, words: AdminDeliveriesWords) {
  const { accountId, host, test, enabled, waiting, failed, missedSince } = each;
  const account = publicId("acc", accountId);
  const since = enabled ? each.failingSince : each.disabledAt;
  const isMore = waiting >= maxCounted || failed >= maxCounted;
  return [
    <span key="endpoint">
      <OutsideText className="font-mono" text={host} />
      {test && <span className="text-mute"> ({words.test})</span>}
    </span>,
    <AccountLink key="account" account={account} email={email} />,
    <span key="state">
      {enabled ? words.failing : words.disabled}{" "}
      {since && <Time className="text-mute" at={since.toISOString()} />}
    </span>,
    <OutsideText
      key="response"
      className="font-mono"
      text={each.lastStatus === null ? (each.lastError ?? "–") : String(each.lastStatus)}
    />,
    isMore ? words.atLeast(waiting + failed) : words.events(waiting + failed),
    <MendEndpoint
      key="mend"
      {...{ account, host }}
      endpoint={publicId("whk", each.id)}
      isEnabled={enabled}
      since={missedSince.toISOString()}
    />,
  ];
}
