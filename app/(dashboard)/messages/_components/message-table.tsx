import type { MessageView } from "@/lib/messages/contract";
import { MessageRow } from "./message-row";
import type { Cancelling } from "./use-cancel";

const columns = [
  { name: "State", className: "w-44" },
  { name: "To", className: "w-36" },
  { name: "From", className: "w-32 @max-4xl:hidden" },
  { name: "Text", className: "" },
  { name: "Segments", className: "w-24 text-right @max-4xl:hidden" },
  { name: "Credits", className: "w-20 text-right @max-3xl:hidden" },
  { name: "Time", className: "w-36 text-right" },
] as const;

interface MessageTableProps extends Pick<Cancelling, "cancel" | "isPending"> {
  rows: readonly MessageView[];
  freshIds: ReadonlySet<string>;
}

/** The rows of the log; where there is little room, on phones first of all, a list of two lines each. */
export function MessageTable({ rows, freshIds, ...cancelling }: MessageTableProps) {
  return (
    <div className="@container">
      <table className="w-full table-fixed border-line border-b text-sm @max-xl:block">
        <caption className="sr-only">Messages, newest first</caption>
        <thead className="@max-xl:sr-only">
          <tr className="border-line border-b">
            {columns.map(({ name, className }) => (
              <th
                key={name}
                scope="col"
                className={`px-3 pb-2 text-left font-medium text-mute first:pl-0 last:pr-0 ${className}`}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="@max-xl:block">
          {rows.map((message) => (
            <MessageRow
              key={message.message_id}
              message={message}
              isFresh={freshIds.has(message.message_id)}
              {...cancelling}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
