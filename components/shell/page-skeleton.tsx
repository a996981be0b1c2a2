type Shape = "log" | "figures" | "form" | "list";

const shapes: [path: string, shape: Shape][] = [
  ["/messages/", "form"],
  ["/messages", "log"],
  ["/overview", "figures"],
  ["/send", "form"],
  ["/campaigns/", "form"],
  ["/campaigns", "list"],
  ["/start", "form"],
  ["/credits", "list"],
  ["/settings", "list"],
  ["/admin", "list"],
];

/** The shape of the screen at a path; null for a page of neither the dashboard nor the administration. */
export function skeletonOf(path: string): Shape | null {
  return shapes.find(([start]) => path.startsWith(start))?.[1] ?? null;
}

const block = "animate-pulse bg-sunk";

/** Where the parts of a screen will be, in their sizes. */
export function PageSkeleton({ shape }: { shape: Shape }) {
  return (
    <div aria-hidden="true" data-skeleton={shape}>
      <div className={`${block} mb-6 h-8 w-40`} />
      {shape === "log" && <Log />}
      {shape === "figures" && <Figures />}
      {shape === "form" && <Fields />}
      {shape === "list" && <Rows count={8} />}
    </div>
  );
}

/** Search and export, statuses, more filters; then rows as tall as those of the log. */
function Log() {
  return (
    <>
      <div className="mb-4 space-y-3">
        <div className={`${block} h-8 max-w-xl max-sm:h-11`} />
        <div className={`${block} h-7 max-w-4xl max-sm:h-11`} />
        <div className={`${block} h-5 w-28`} />
      </div>
      <Rows count={14} />
    </>
  );
}

function Figures() {
  return (
    <>
      <div className="mb-8 grid grid-cols-2 gap-4 md:grid-cols-4">
        {[1, 2, 3, 4].map((place) => (
          <div key={place} className={`${block} h-24`} />
        ))}
      </div>
      <div className={`${block} mb-8 h-64`} />
      <Rows count={5} />
    </>
  );
}

function Fields() {
  return (
    <div className="max-w-2xl space-y-5">
      <div className={`${block} h-14`} />
      <div className={`${block} h-14`} />
      <div className={`${block} h-40`} />
      <div className={`${block} h-9 w-32`} />
    </div>
  );
}

function Rows({ count }: { count: number }) {
  return Array.from({ length: count }, (_, place) => place).map((place) => (
    <div key={place} className="flex h-9 items-center gap-6 border-line border-b max-sm:h-16">
      <div className={`${block} h-3.5 w-28`} />
      <div className={`${block} h-3.5 w-24 max-sm:hidden`} />
      <div className={`${block} h-3.5 grow`} />
    </div>
  ));
}
