import { buildDocument } from "@/lib/openapi/build-document";
import { tags } from "@/lib/operations/operation";
import { exampleOrigin } from "../../_content/example-origin";
import { type Call, listCalls, listHeaders } from "./list-calls";
import { type CustomerEvent, listEvents } from "./list-events";
import type { Field } from "./list-fields";

/** A part with its own page: a call or an event. */
export type ReferencePart = {
  id: string;
  title: string;
  /** Method and path, or the name of an event. */
  code: string;
} & ({ call: Call } | { event: CustomerEvent });

export interface ReferenceGroup {
  name: string;
  description: string;
  parts: ReferencePart[];
}

interface Reference {
  introduction: string;
  /** Every header a response may have. */
  headers: Field[];
  groups: ReferenceGroup[];
}

let read: Reference | undefined;

/** What `/api/openapi.json` says, as the pages show it; it is the same as long as the process lives. */
export function reference(): Reference {
  read ??= readReference();
  return read;
}

/** The part of this name with the group it belongs to; undefined when there is none. */
export function findPart(id: string): { part: ReferencePart; group: ReferenceGroup } | undefined {
  for (const group of reference().groups) {
    const part = group.parts.find((each) => each.id === id);
    if (part) return { part, group };
  }
  return undefined;
}

function readReference(): Reference {
  const document = buildDocument(exampleOrigin);
  const calls = listCalls(document).map(({ calls: ofGroup, ...group }) => ({
    ...group,
    parts: ofGroup.map((call) => {
      const { id, summary: title, method, path } = call;
      return { id, title, code: `${method} ${path}`, call };
    }),
  }));
  const events = listEvents(document).map((event) => {
    const { id, summary: title, name: code } = event;
    return { id, title, code, event };
  });
  return {
    introduction: document.info.description ?? "",
    headers: listHeaders(document),
    groups: [...calls, { name: "Events", description: tags.Events, parts: events }],
  };
}
