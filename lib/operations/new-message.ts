import { SendMessageInput } from "../messages/contract";

/**
 * A message to send, named in the document because a batch has many. The id is on a copy: a shape that is
 * transformed cannot stand among the components, which are described as answers too.
 */
export const NewMessage = SendMessageInput.meta({ id: "NewMessage" });
