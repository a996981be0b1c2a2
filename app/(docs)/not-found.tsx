import Link from "next/link";
import { PageHeading } from "@/components/ui/heading";

/** A page of the documentation that is not there; the list of those that are stays beside it. */
export default function DocsNotFound() {
  return (
    <>
      <PageHeading
        title="Page not found"
        lead="The link may be old or mistyped. Every page is in the list, and the search looks through all of them."
      />
      <Link href="/docs" className="link text-md">
        All pages
      </Link>
    </>
  );
}
