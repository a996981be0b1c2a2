/** The first stop of the Tab key: past the navigation, to `<main id="content">`. */
export function SkipLink() {
  return (
    <a
      href="#content"
      className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-control focus:border focus:border-control focus:bg-panel focus:px-3 focus:py-2"
    >
      Skip to content
    </a>
  );
}
