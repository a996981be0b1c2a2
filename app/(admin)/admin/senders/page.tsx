import type { Metadata } from "next";
import Link from "next/link";
import { wordsOf } from "@/components/language/current-language";
import { OutsideText } from "@/components/outside-text";
import { PageHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import { env } from "@/lib/core/env";
import { publicId } from "@/lib/core/ids";
import { listRequestedNames } from "@/lib/sender-names/list-requested-names";
import { requireAdmin } from "../require-admin";
import { NameDecision } from "./_components/name-decision";
import { RequestQueue } from "./_components/request-queue";
import { adminSenderWords } from "./words";

const maxShown = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(adminSenderWords)).title };
}

/** The sender names that wait for a decision, each decided by a button or a key. */
export default async function SenderNamesPage() {
  const actor = await requireAdmin("/admin/senders");
  const [words, names] = await Promise.all([
    wordsOf(adminSenderWords),
    listRequestedNames({ actor, input: { limit: maxShown } }),
  ]);
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      {env().SENDER_NAMES === "open" && (
        <div className="mb-6">
          <Notice title={words.isOpen} />
        </div>
      )}
      {names.length === 0 && <p className="border-line border-t py-4 text-mute">{words.none}</p>}
      {names.length > 0 && (
        <>
          <p className="mb-3 text-mute text-sm max-sm:hidden">{words.keys}</p>
          <RequestQueue label={words.caption}>
            {names.map(({ accountId, account, name, purpose, requestedAt }) => (
              <li
                key={`${accountId} ${name}`}
                tabIndex={-1}
                className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-line border-t px-2 py-3 focus:bg-sunk"
              >
                <div className="wrap-anywhere min-w-0 max-w-[68ch]">
                  <p className="font-medium text-md">
                    <OutsideText text={name} />
                  </p>
                  <p>
                    <OutsideText text={purpose} />
                  </p>
                  <p className="text-mute text-sm">
                    <Link
                      href={`/admin/accounts/${publicId("acc", accountId)}`}
                      prefetch={false}
                      className="link"
                    >
                      <OutsideText text={account} />
                    </Link>{" "}
                    · {words.asked} <Time at={requestedAt.toISOString()} />
                  </p>
                </div>
                <NameDecision
                  accountId={publicId("acc", accountId)}
                  name={name}
                  status="requested"
                />
              </li>
            ))}
          </RequestQueue>
        </>
      )}
    </>
  );
}
