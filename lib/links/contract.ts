/** Links of one message at most. */
export const maxLinks = 5;
/** Characters of a URL that a link leads to at most. */
export const maxTargetLength = 1000;
/** Characters of a link's code, none of which is mistaken for another. */
export const codeLength = 7;
/** What a code is made of. */
export const codeAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz";

/** A link of a message that is about to be stored. */
export interface NewLink {
  code: string;
  target: string;
}

/** The same with the ID of its message, as it will be stored. */
export interface MessageLink extends NewLink {
  messageId: string;
}
