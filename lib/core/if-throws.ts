/** What `make` returns, or, where it throws, what `otherwise` makes of the error; that may throw, too. */
export function ifThrows<Made, Other>(
  make: () => Made,
  otherwise: (error: unknown) => Other,
): Made | Other {
  try {
    return make();
  } catch (error) {
    return otherwise(error);
  }
}
