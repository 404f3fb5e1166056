/**
 * `pactline token`: who may work at the desk.
 */
import { addToken, listTokens, type Role, revokeToken } from "../archive/people.ts";
import { RefusedError, refusal } from "../refusals.ts";
import { type Io, printJson } from "./io.ts";
import { withArchive, withArchiveOrNew } from "./session.ts";

export function addPerson(name: string, { role, ...flags }: { readonly archive?: string; readonly role: Role }, io: Io): Promise<number> {
  return withArchiveOrNew(io, flags, ({ db }) => {
    io.out(`${addToken(db, name, role)}\n`);
    io.err(`This is the token of ${name}, ${role}. It is shown this once and kept nowhere; hand it over on a safe way.\n`);
    return 0;
  });
}

export function listPeople({ json, ...flags }: { readonly archive?: string; readonly json?: boolean }, io: Io): Promise<number> {
  return withArchive(io, flags, ({ db }) => {
    const tokens = listTokens(db);
    if (json === true) printJson(io, tokens);
    else for (const { token, name, role, madeAt, revokedAt } of tokens) io.out(`${token}  ${name}  ${role}  since ${madeAt.slice(0, 10)}${revokedAt === null ? "" : `, revoked ${revokedAt.slice(0, 10)}`}\n`);
    return 0;
  });
}

export function revokePerson(token: number, flags: { readonly archive?: string }, io: Io): Promise<number> {
  return withArchive(io, flags, ({ db }) => {
    if (!revokeToken(db, token)) throw new RefusedError(refusal("no-such-token"));
    io.err(`Token ${token} is revoked, and whoever was signed in with it is signed out.\n`);
    return 0;
  });
}
