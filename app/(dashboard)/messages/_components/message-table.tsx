import type { MessageView } from "@/lib/messages/contract";
import { MessageRow } from "./message-row";

const columns = [
  { name: "State", className: "w-32" },
  { name: "To", className: "w-36" },
  { name: "From", className: "w-32 max-md:hidden" },
  { name: "Text", className: "" },
  { name: "Segments", className: "w-20 text-right max-lg:hidden" },
  { name: "Credits", className: "w-20 text-right max-md:hidden" },
  { name: "Time", className: "w-28 text-right" },
] as const;

interface MessageTableProps {
  rows: readonly MessageView[];
  freshIds: ReadonlySet<string>;
}

/** The rows of the log; on phones a list of two lines each. */
export function MessageTable({ rows, freshIds }: MessageTableProps) {
  return (
    <table className="w-full table-fixed border-line border-b text-sm max-sm:block">
      <caption className="sr-only">Messages, newest first</caption>
      <thead className="max-sm:sr-only">
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
      <tbody className="max-sm:block">
        {rows.map((message) => (
          <MessageRow
            key={message.message_id}
            message={message}
            isFresh={freshIds.has(message.message_id)}
          />
        ))}
      </tbody>
    </table>
  );
}
