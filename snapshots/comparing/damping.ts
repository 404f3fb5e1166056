/**
 * Words that say little of what an undertaking is about: how far it has come and how warmly it is put ("welcomed the launch
 * of"), what all partnerships call themselves, and how statements speak of the parties. They count for less when
 * commitments are compared.
 */
import { stemOf, wordsOf } from "../language/words.ts";
import type { Knowledge, Party, Side } from "../types.ts";

/** What is left of the weight of a word of status or courtesy. */
const COURTEOUS = 0.35;
/** What is left of the weight of a bare number or a month: sums and dates are what moves between two meetings, not what it is about. */
const MOVING = 0.3;
/** What is left of the weight of a party's name. */
const PARTY = 0.05;

const COURTESY = stemsOf(`
  accelerate achieve acknowledge address adopt advance affirm agree aim also ambitious announce anticipate applaud appreciate area aspire assess begin
  being believe bolster broad broaden build call can celebrate challenge close collaborate collaboration come commence commend commit commitment common
  complete conclude conclusion conduct confirm congratulate consider continue contribute convene cooperate cooperation could create critical current deep deepen deliver demonstrate
  determine develop discuss discussion effective effort emerge emphasize enable encourage endeavor engage engagement enhance ensure establish establishment expand explore express
  extend facilitate firm focus forward foster framework full fully further future goal great grow help highlight historic hold identify implement implementation importance important improve include increase initiate
  initiative inaugurate intend intent interest invite issue joint jointly key launch lead like-minded look maintain make mark may meet meeting more mutual mutually need new next note noting
  objective opportunity ongoing other partner partnership plan pledge possible potential prepare priority progress promote propose provide pursue range reaffirm realize recall receive recognize recommit
  redouble regular regularly reinforce reiterate relate relevant remain renew resolve respective respond review role seek set several shall share should side sign signature significant stand start step
  strategic strengthen stress strive strong strongly successful support sustain take through today together toward track two underline underscore understand undertake unveil uphold urge use various view vision vital way welcome will wish with
  within work world year`);

/** How texts of any partnership speak of the parties together. */
const PARTIES_TOGETHER = stemsOf("bilateral both co-chair chair country delegation government leader minister ministers nation official our parties party people president prime secretary side state they trilateral us we");

const MONTHS = stemsOf("january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday billion million thousand percent year month week autumn spring summer winter");

function stemsOf(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/).map(stemOf));
}

/** How much of a stem's weight is left, 0 to 1, in texts of one partnership. */
export type Damping = (stem: string) => number;

/** Damping for two sides: courtesy always, and the names of the parties that either side's documents name. */
export function dampingFor(sides: readonly Side[], knowledge: Pick<Knowledge, "parties">): Damping {
  const parties = partyStems(sides, knowledge);
  return (stem) => {
    if (parties.has(stem) || PARTIES_TOGETHER.has(stem)) return PARTY;
    if (MONTHS.has(stem) || /^\d[\d.,]*(?:st|nd|rd|th)?$/.test(stem)) return MOVING;
    return COURTESY.has(stem) ? COURTEOUS : 1;
  };
}

/** Stems of the names of the parties that the documents of either side name. */
export function partyStems(sides: readonly Side[], { parties }: Pick<Knowledge, "parties">): ReadonlySet<string> {
  const codes = new Set(sides.flatMap((side) => side.snapshots.flatMap((snapshot) => snapshot.partnership.parties)));
  return new Set(parties.filter((party) => codes.has(party.code)).flatMap(stemsOfNames));
}

const known = new WeakMap<Party, readonly string[]>();

function stemsOfNames(party: Party): readonly string[] {
  const stems = known.get(party) ?? [party.code, party.name, ...party.aliases].flatMap(wordsOf).filter((word) => !SMALL.test(word.lower)).map((word) => word.stem);
  known.set(party, stems);
  return stems;
}

const SMALL = /^(?:of|the|and|for|in)$/;
