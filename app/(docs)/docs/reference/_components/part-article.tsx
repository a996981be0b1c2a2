import Link from "next/link";
import type { ReactNode } from "react";
import { CopyPage } from "../../_components/copy-page";
import type { ReferenceGroup, ReferencePart } from "../_document/reference";
import { PartList } from "./part-list";
import { Words } from "./words";

interface PartArticleProps {
  part: ReferencePart;
  group: ReferenceGroup;
  description: string;
  /** The description, next to the examples. */
  children: ReactNode;
  examples: ReactNode;
}

/** The page of a call or an event: its text, next to it the code that stays visible, and links to the previous and next page. */
export function PartArticle({ part, group, description, children, examples }: PartArticleProps) {
  const place = `/docs/reference#${group.name.toLowerCase()}`;
  return (
    <article className="min-w-0">
      <p className="flex flex-wrap gap-x-2 text-mute">
        <PlaceLink href="/docs/reference">API reference</PlaceLink>
        <span aria-hidden="true" className="max-sm:self-center">
          /
        </span>
        <PlaceLink href={place}>{group.name}</PlaceLink>
      </p>
      <h1 className="mt-1 font-semibold text-xl">{part.title}</h1>
      <div className="min-[75rem]:grid min-[75rem]:grid-cols-[minmax(0,1fr)_26rem] min-[75rem]:gap-x-10">
        <div className="min-w-0">
          <p className="mt-2 break-words font-mono text-base">{part.code}</p>
          <p className="mt-3 max-w-[68ch] text-md">
            <Words text={description} />
          </p>
          <div className="mt-3">
            <CopyPage slug={`reference/${part.id}`} />
          </div>
          {children}
        </div>
        <div className="min-w-0 min-[75rem]:sticky min-[75rem]:top-0 min-[75rem]:max-h-dvh min-[75rem]:self-start min-[75rem]:overflow-y-auto min-[75rem]:pb-6">
          {examples}
        </div>
      </div>
      <nav aria-labelledby="neighbours" className="mt-14 max-w-[52rem]">
        <h2 id="neighbours" className="font-semibold text-md">
          {group.name}
        </h2>
        <PartList parts={group.parts} current={part.id} />
      </nav>
    </article>
  );
}

function PlaceLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} prefetch={false} className="link max-sm:py-3">
      {children}
    </Link>
  );
}

/** The heading of a part of such a page. */
export function PartHeading({ id, children }: { id: string; children: ReactNode }) {
  return (
    <h2 id={id} className="mt-8 scroll-mt-6 font-semibold text-md">
      {children}
    </h2>
  );
}
