import type { ComponentProps } from "react";

type Tag = "pre" | "section" | "ul";

type ScrollRegionProps<Kind extends Tag> = { as: Kind } & ComponentProps<Kind>;

/** What is longer or wider than its place. It takes the focus, so that it scrolls by keyboard too (WCAG 2.1.1). */
export function ScrollRegion<Kind extends Tag>({ as, ...props }: ScrollRegionProps<Kind>) {
  const Element: Tag = as;
  return <Element tabIndex={0} {...(props as object)} />;
}
