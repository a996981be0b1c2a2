import type { CallGroup } from "../_document/list-calls";
import type { CustomerEvent } from "../_document/list-events";

interface Line {
  id: string;
  /** Method and path, or the name of an event. */
  code: string;
  summary: string;
}

/** Everything there is on one screen, each line leading to its part. */
export function Overview({ groups, events }: { groups: CallGroup[]; events: CustomerEvent[] }) {
  const lines: Line[] = [
    ...groups
      .flatMap(({ calls }) => calls)
      .map(({ id, method, path, summary }) => ({ id, code: `${method} ${path}`, summary })),
    ...events.map(({ id, name, summary }) => ({ id, code: name, summary })),
  ];
  return (
    <nav aria-label="Calls and events" className="mt-8 border-line border-t">
      <ul>
        {lines.map(({ id, code, summary }) => (
          <li key={id} className="border-line border-b">
            <a
              href={`#${id}`}
              className="group grid min-h-11 grid-cols-1 items-center gap-x-6 py-1 sm:min-h-8 sm:grid-cols-2"
            >
              <span className="group-hover:underline">{summary}</span>
              <code className="break-words font-mono text-mute text-sm">{code}</code>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
