/**
 * Who may work at the desk: tokens, of which only a hash is kept, and the browsers that are signed in with one. A hash
 * without salt is enough: a token is 256 bits of chance, which nobody guesses from its hash.
 */
import { createHash, randomBytes } from "node:crypto";
import { type Database, write } from "./database.ts";

export const ROLES = ["archivist", "reviewer"] as const;
export type Role = (typeof ROLES)[number];

export interface Person {
  readonly token: number;
  readonly name: string;
  readonly role: Role;
}

export interface TokenRecord extends Person {
  readonly madeAt: string;
  readonly revokedAt: string | null;
}

export interface Session {
  readonly person: Person;
  /** What a form of this session must send along. */
  readonly csrf: string;
}

/** How long a browser stays signed in, in milliseconds. */
export const SESSION_LENGTH = 12 * 60 * 60 * 1_000;

/** Makes a token and answers it; nobody can ask for it again. */
export function addToken(db: Database, name: string, role: Role): string {
  const token = `pact_${randomBytes(32).toString("base64url")}`;
  write(db, () => db.prepare("INSERT INTO tokens (name, role, hash, made_at) VALUES (:name, :role, :hash, :madeAt)").run({ name, role, hash: hashOf(token), madeAt: new Date().toISOString() }));
  return token;
}

export function listTokens(db: Database): TokenRecord[] {
  return db
    .prepare<[], TokenRecord>("SELECT t.id AS token, t.name, t.role, t.made_at AS madeAt, r.made_at AS revokedAt FROM tokens AS t LEFT JOIN revocations AS r ON r.token = t.id ORDER BY t.id")
    .all();
}

/** Takes a token back, and signs its browsers out. False when there is none of that number that stands. */
export function revokeToken(db: Database, token: number): boolean {
  return write(db, () => {
    if (!listTokens(db).some((one) => one.token === token && one.revokedAt === null)) return false;
    db.prepare("INSERT INTO revocations (token, made_at) VALUES (:token, :madeAt)").run({ token, madeAt: new Date().toISOString() });
    db.prepare("DELETE FROM sessions WHERE token = :token").run({ token });
    return true;
  });
}

/** Whether anybody has a token that stands. */
export function hasPeople(db: Database): boolean {
  return listTokens(db).some((one) => one.revokedAt === null);
}

/** Whose token this is; null for one that is unknown or was revoked. */
export function personOf(db: Database, token: string): Person | null {
  const found = db
    .prepare<{ hash: string }, Person>("SELECT t.id AS token, t.name, t.role FROM tokens AS t WHERE t.hash = :hash AND NOT EXISTS (SELECT 1 FROM revocations AS r WHERE r.token = t.id)")
    .get({ hash: hashOf(token) });
  return found ?? null;
}

/** Signs a browser in; answers the cookie's value. */
export function openSession(db: Database, person: Person, now = Date.now()): string {
  const cookie = randomBytes(32).toString("base64url");
  const session = { hash: hashOf(cookie), token: person.token, csrf: randomBytes(24).toString("base64url"), expiresAt: new Date(now + SESSION_LENGTH).toISOString() };
  // Not counted as a write of the archive: nothing that anybody is shown changes.
  const store = db.transaction(() => {
    db.prepare("DELETE FROM sessions WHERE expires_at <= :now").run({ now: new Date(now).toISOString() });
    db.prepare("INSERT INTO sessions (hash, token, csrf, expires_at) VALUES (:hash, :token, :csrf, :expiresAt)").run(session);
  });
  store.immediate();
  return cookie;
}

/** Who is signed in with this cookie; null when nobody is, any more. */
export function sessionOf(db: Database, cookie: string, now = Date.now()): Session | null {
  const row = db
    .prepare<{ hash: string; now: string }, Person & { readonly csrf: string }>(
      "SELECT t.id AS token, t.name, t.role, s.csrf FROM sessions AS s JOIN tokens AS t ON t.id = s.token WHERE s.hash = :hash AND s.expires_at > :now",
    )
    .get({ hash: hashOf(cookie), now: new Date(now).toISOString() });
  return row === undefined ? null : { person: { token: row.token, name: row.name, role: row.role }, csrf: row.csrf };
}

export function closeSession(db: Database, cookie: string): void {
  db.prepare("DELETE FROM sessions WHERE hash = :hash").run({ hash: hashOf(cookie) });
}

function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
