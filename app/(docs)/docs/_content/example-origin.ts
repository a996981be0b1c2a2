/** The address in every text and example of these pages; readers get their own installation's in its place. */
export const exampleOrigin = "http://localhost:3000";
