"use client";

import { Fragment, type ReactNode } from "react";
import type { ActivityView, Fact, FactName } from "@/lib/activity/contract";
import { roleNames, roles } from "@/lib/core/permissions";
import { useLanguage, useWords } from "../language/use-words";
import { OutsideText } from "../outside-text";
import { ExactTime } from "../ui/time";
import { activityWords } from "./words";

const times: ReadonlySet<string> = new Set(["expires_at", "scheduled_at", "erase_after", "until"]);

/** What an event says of before and after, in words: a fact that changed with both values. */
export function ActivityFacts({ event }: { event: Pick<ActivityView, "before" | "after"> }) {
  const words = useWords(activityWords);
  const before = event.before ?? {};
  const after = event.after ?? {};
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  if (names.length === 0) return null;
  return (
    <span className="wrap-anywhere flex flex-wrap gap-x-3 text-mute">
      {names.map((name) => (
        <span key={name}>
          {words.facts[name as FactName] ?? name}:{" "}
          {name in before && (
            <s className="decoration-line">
              <FactValue name={name} fact={before[name] ?? null} />
            </s>
          )}
          {name in before && name in after && " "}
          {name in after && (
            <span className="text-ink">
              <FactValue name={name} fact={after[name] ?? null} />
            </span>
          )}
        </span>
      ))}
    </span>
  );
}

function FactValue({ name, fact }: { name: string; fact: Fact }): ReactNode {
  const words = useWords(activityWords);
  const language = useLanguage();
  if (fact === null || fact === "") return words.nothing;
  if (typeof fact === "boolean") return fact ? words.yes : words.no;
  if (typeof fact === "number") return fact.toLocaleString(language);
  if (typeof fact !== "string") return fact.length > 0 ? <List items={fact} /> : words.nothing;
  return <FactText name={name} text={fact} />;
}

function FactText({ name, text }: { name: string; text: string }) {
  const language = useLanguage();
  if (times.has(name) && !Number.isNaN(Date.parse(text))) return <ExactTime at={text} />;
  const role = name === "role" ? roles.find((each) => each === text) : undefined;
  return <OutsideText text={role ? roleNames[role][language] : text} />;
}

function List({ items }: { items: readonly string[] }) {
  return items.map((item, place) => (
    <Fragment key={item}>
      {place > 0 && ", "}
      <OutsideText text={item} />
    </Fragment>
  ));
}
