/** Who does what a command does: as said by a flag or the environment, else who is logged in. */
import { userInfo } from "node:os";
import type { Io } from "./io.ts";

/** A name, as good as none where it is empty; where the machine has none for who runs the program, as in some containers, the number. */
export function authorOf({ author }: { readonly author?: string }, { env }: Pick<Io, "env">): string {
  return author?.trim() || env["PACTLINE_AUTHOR"]?.trim() || loginName();
}

function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? "unknown"}`;
  }
}
