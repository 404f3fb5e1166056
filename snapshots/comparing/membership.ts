/**
 * Which parties a later text names that the earlier one did not, and the other way round. Told only where both sides list
 * their parties by name: of two parties or an organisation the list says nothing that is new.
 */
import type { Side } from "../types.ts";

/** Codes of parties, in the order of the alphabet. */
export interface Membership {
  /** Named after and not before. */
  readonly joined: readonly string[];
  /** Named before and not after: the later text does not say that they left. */
  readonly unnamed: readonly string[];
}

/** A list has at least so many names. */
const LISTED = 3;
/** Of the shorter list at least this share must be in the other one: else one of the two lists something else. */
const SHARED = 0.5;

export function membershipOf(before: Side, after: Side): Membership | null {
  const [was, is] = [listedIn(before), listedIn(after)];
  const shared = [...was].filter((code) => is.has(code)).length;
  if (Math.min(was.size, is.size) < LISTED || shared < SHARED * Math.min(was.size, is.size)) return null;
  const [joined, unnamed] = [[...is].filter((code) => !was.has(code)).sort(), [...was].filter((code) => !is.has(code)).sort()];
  return joined.length + unnamed.length === 0 ? null : { joined, unnamed };
}

/** Parties of the documents of a side that list theirs. */
function listedIn({ snapshots }: Side): Set<string> {
  return new Set(snapshots.flatMap(({ partnership }) => (partnership.evidence.length > 0 && partnership.parties.length >= LISTED ? partnership.parties : [])));
}
