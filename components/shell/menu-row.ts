/** One thing of a menu: a line as wide as the menu and as tall as a finger. */
export const menuRow =
  "flex h-11 w-full items-center gap-3 px-4 text-left hover:bg-sunk [&>svg]:text-mute";
