const oldest = [20, 20];
/** Releases without security updates, and the one to use instead. */
const pastTheirEnd = [20, 21, 23];
const recommended = 24;

/** What to tell someone whose Node is too old to run this; undefined when it is new enough. */
export function complainAboutNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isNewEnough = major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
  if (isNewEnough) return undefined;
  return `Depesza needs Node ${oldest.join(".")} or newer and this is ${version}; install a newer one from https://nodejs.org and start again.`;
}

/** One line for someone whose Node still runs this and gets no security updates; undefined for any other. */
export function warnAboutNode(version) {
  const major = Number(version.split(".")[0]);
  if (!pastTheirEnd.includes(major)) return undefined;
  return `Node ${major} gets no more security updates. Depesza runs on it; use Node ${recommended}: https://nodejs.org`;
}
