"use client";

import Link from "next/link";
import { useWords } from "@/components/language/use-words";
import { OutsideText } from "@/components/outside-text";
import { Permitted } from "@/components/permitted";
import { Button } from "@/components/ui/button";
import { Folded } from "@/components/ui/folded";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/use-action";
import type { GroupView } from "@/lib/contacts/group-contract";
import { deleteGroupAction, renameGroupAction } from "../actions";
import { groupWords } from "../words";

/** The groups with how many contacts each has; each can be renamed and deleted. */
export function GroupList({ groups }: { groups: GroupView[] }) {
  const words = useWords(groupWords);
  const [renamed, rename, isRenaming] = useAction(renameGroupAction);
  const [removed, remove, isRemoving] = useAction(deleteGroupAction);
  const refusal = [renamed, removed].find((state) => state?.ok === false);
  const done = removed?.ok ? words.removed : renamed?.ok && words.renamed(renamed.value.name);
  return (
    <div className="space-y-3">
      {refusal?.ok === false && (
        <Notice
          tone="bad"
          role="alert"
          title={refusal.fields?.["name"]?.join(" ") ?? refusal.message}
        />
      )}
      {!refusal && done && <Notice tone="ok" role="status" title={done} />}
      {groups.length === 0 && <p className="border-line border-t py-4 text-mute">{words.none}</p>}
      <ul aria-label={words.caption} className="border-line border-b empty:hidden">
        {groups.map(({ group_id, name, contacts }) => (
          <li key={group_id} className="border-line border-t py-2">
            <p className="flex flex-wrap items-baseline justify-between gap-x-4">
              <Link href={`/contacts?group_id=${group_id}`} className="link wrap-anywhere min-w-0">
                <OutsideText text={name} />
              </Link>
              <span className="text-mute text-sm tabular-nums">{words.contacts(contacts)}</span>
            </p>
            <Permitted permission="manage_contacts">
              <Folded summary={words.change} className="text-sm">
                <div className="flex flex-wrap items-end gap-3 py-2">
                  <form action={rename} className="flex flex-wrap items-end gap-3">
                    <input type="hidden" name="group_id" value={group_id} />
                    <TextField label={words.name} name="name" defaultValue={name} />
                    <Button type="submit" isBusy={isRenaming}>
                      {words.rename}
                    </Button>
                  </form>
                  <form action={remove}>
                    <input type="hidden" name="group_id" value={group_id} />
                    <Button
                      type="submit"
                      variant="danger"
                      isBusy={isRemoving}
                      title={words.removeHint}
                    >
                      {words.remove}
                    </Button>
                  </form>
                </div>
              </Folded>
            </Permitted>
          </li>
        ))}
      </ul>
    </div>
  );
}
