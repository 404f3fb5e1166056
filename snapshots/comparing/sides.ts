/**
 * Two sides made ready for comparison: commitments that several documents of one side say alike put together, and a profile
 * of each, made with what both sides' documents tell of names and acronyms.
 */
import type { Commitment, Knowledge, Side } from "../types.ts";
import { acronymsFor } from "./acronyms.ts";
import { dampingFor, partyStems } from "./damping.ts";
import { type Profile, profilesOf } from "./profile.ts";
import { type Voices, voicesOf } from "./within.ts";
import type { WordingMeans } from "./wording.ts";

/** One side: groups of commitments that say the same, with the profile of the first of each. */
export interface Ready {
  readonly voices: readonly Voices[];
  readonly profiles: readonly Profile[];
}

export interface ReadySides {
  readonly before: Ready;
  readonly after: Ready;
  readonly wording: WordingMeans;
}

export function readySides(before: Side, after: Side, knowledge: Pick<Knowledge, "parties" | "words">): ReadySides {
  const sides = [before, after];
  const acronyms = acronymsFor(sides);
  const profiles = profilesOf(sides.flatMap((side) => side.snapshots), { words: knowledge.words, damping: dampingFor(sides, knowledge), acronyms });
  // By the value, not its id: a document may be compared with itself.
  const known = new Map<Commitment, Profile>(profiles.map((profile) => [profile.commitment, profile]));
  const profileOf = (commitment: Commitment): Profile => known.get(commitment) ?? missing(commitment.id);
  const ready = (side: Side): Ready => {
    const voices = voicesOf(side, profileOf);
    return { voices, profiles: voices.map(([first]) => profileOf(first)) };
  };
  return { before: ready(before), after: ready(after), wording: { acronyms, parties: partyStems(sides, knowledge) } };
}

function missing(id: string): never {
  throw new Error(`no profile for ${id}`);
}
