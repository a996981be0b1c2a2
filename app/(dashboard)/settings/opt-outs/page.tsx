import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { NotForRole } from "@/components/not-for-role";
import { Permitted } from "@/components/permitted";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeading } from "@/components/ui/heading";
import { TextField } from "@/components/ui/text-field";
import { may } from "@/lib/core/permissions";
import { panelUrl } from "@/lib/operations/panel-contract";
import { ListOptOutsQuery } from "@/lib/opt-outs/contract";
import { listOptOuts } from "@/lib/opt-outs/list-opt-outs";
import { requireActor } from "@/lib/sign-in/session";
import { AddForm } from "./_components/add-form";
import { ImportForm } from "./_components/import-form";
import { OptOutTable } from "./_components/opt-out-table";
import { optOutWords } from "./words";

const path = "/settings/opt-outs";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(optOutWords)).title };
}

/** Who wants no messages: list, search, add, remove, import, and export. */
export default async function OptOutsPage({ searchParams }: Props) {
  const actor = await requireActor(path);
  if (!may(actor.role, "read_contacts"))
    return <NotForRole role={actor.role} permission="read_contacts" />;
  const { number, cursor } = await searchParams;
  const asked = ListOptOutsQuery.safeParse({ number: number || undefined, cursor });
  const query = asked.data ?? ListOptOutsQuery.parse({});
  const [words, { data, nextCursor }] = await Promise.all([
    wordsOf(optOutWords),
    listOptOuts({ actor, input: query }).catch(() =>
      listOptOuts({ actor, input: { ...query, cursor: undefined } }),
    ),
  ]);
  const filter: Record<string, string> = query.number === undefined ? {} : { number: query.number };
  const older = new URLSearchParams({ ...filter, cursor: nextCursor ?? "" });
  return (
    <>
      <PageHeading
        title={words.title}
        lead={words.lead}
        actions={
          <a href={panelUrl("/api/panel/opt-outs.csv", {})} download className={buttonClass()}>
            {words.export}
          </a>
        }
      />
      <search>
        <form action={path} className="mb-4 flex flex-wrap items-end gap-3">
          <TextField
            key={query.number}
            label={words.search}
            name="number"
            type="search"
            defaultValue={query.number}
            className="w-64 max-sm:w-full"
          />
          <Button type="submit">{words.find}</Button>
          {query.number !== undefined && (
            <ButtonLink href={path} className="border-transparent bg-transparent">
              {words.reset}
            </ButtonLink>
          )}
        </form>
      </search>
      {data.length > 0 ? (
        <OptOutTable optOuts={data} />
      ) : (
        <p className="border-line border-t py-4 text-mute">
          {query.number === undefined ? words.none : words.noMatch}
        </p>
      )}
      <p className="mt-4 mb-10 flex flex-wrap gap-2">
        {query.cursor !== undefined && (
          <ButtonLink href={`${path}?${new URLSearchParams(filter)}`}>{words.newest}</ButtonLink>
        )}
        {nextCursor !== null && <ButtonLink href={`${path}?${older}`}>{words.older}</ButtonLink>}
      </p>
      <div className="grid grid-cols-1 gap-x-12 gap-y-10 lg:grid-cols-2">
        <Permitted permission="manage_contacts">
          <AddForm />
          <ImportForm />
        </Permitted>
      </div>
    </>
  );
}
