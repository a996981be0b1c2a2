import Link from "next/link";
import { wordsOf } from "@/components/language/current-language";
import { PageHeading } from "@/components/ui/heading";
import { docsWords } from "./docs/words";

/** A page of the documentation that is not there; the list of those that are stays beside it. */
export default async function DocsNotFound() {
  const { notFound, allPages } = await wordsOf(docsWords);
  return (
    <>
      <PageHeading title={notFound.title} lead={notFound.lead} />
      <Link href="/docs" className="link text-md">
        {allPages}
      </Link>
    </>
  );
}
