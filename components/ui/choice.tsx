import clsx from "clsx";
import Link from "next/link";

interface ChoiceProps {
  /** What is chosen between, for those who do not see that it is a row. */
  label: string;
  options: { name: string; href: string; isChosen: boolean }[];
}

/** One of a few, each a link, so that the choice is in the address and needs no script. */
export function Choice({ label, options }: ChoiceProps) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-y-1 pl-px">
        {options.map(({ name, href, isChosen }) => (
          <li key={href} className="-ml-px">
            <Link
              href={href}
              scroll={false}
              aria-current={isChosen ? "true" : undefined}
              className={clsx(
                "flex h-8 items-center border border-control px-3 text-sm max-sm:h-11",
                isChosen ? "bg-ink text-paper" : "bg-panel text-mute hover:text-ink",
              )}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
