/**
 * What a partnership's derivations shall be: its meetings, the comparisons of neighbours, the bridges over silent
 * meetings and the threads. Computes only; what still stands in the archive for the same contents is kept, so that a
 * late find costs the comparisons of its neighbours and no more.
 */
import { createHash } from "node:crypto";
import type { Change, Comparison, Priority, Ruling, Sha256, Side, Slug, Snapshot, Stage } from "../../snapshots/index.ts";
import type { Reading } from "../reading.ts";
import { bridge, type Bridge, type Step } from "./bridging.ts";
import { gather, type Gathering, type Member, mostFrequent, order } from "./grouping.ts";
import { mergePriorities, topicsOf } from "./priorities.ts";
import { followThreads, type PlannedThread } from "./threading.ts";

export interface PlannedMeeting extends Gathering {
  /** Names the documents and the reading; a comparison of the same two digests is the same comparison. */
  readonly digest: string;
  /** Names all that the bridges to this meeting depend on. */
  readonly bridged: string;
  readonly priorities: readonly Priority[];
  readonly topics: readonly { readonly topic: Slug; readonly commitments: number; readonly stage: Stage }[];
}

export interface PlannedComparison {
  readonly before: PlannedMeeting;
  readonly after: PlannedMeeting;
  readonly digest: string;
  /** Null where the stored one still stands. */
  readonly fresh: Comparison | null;
}

export interface PlannedBridges {
  readonly after: PlannedMeeting;
  readonly bridges: readonly Bridge[];
}

export interface PartnershipPlan {
  readonly slug: Slug;
  readonly name: string;
  readonly parties: readonly string[];
  readonly meetings: readonly PlannedMeeting[];
  readonly comparisons: readonly PlannedComparison[];
  readonly bridges: readonly PlannedBridges[];
  readonly threads: readonly PlannedThread[];
}

/** Where a plan finds what is there already. */
export interface Shelf {
  readonly members: readonly Member[];
  /** What people ruled about links of the members' commitments. */
  readonly rulings: readonly Ruling[];
  /** The name that a person gave the partnership, or null. */
  readonly name: string | null;
  snapshot(sha256: Sha256): Snapshot;
  /** The changes of a stored comparison of this digest, or null. */
  changes(digest: string): readonly Change[] | null;
  /** The stored bridges to a meeting, if they depend on the same, or null. */
  bridges(held: string, bridged: string): readonly Bridge[] | null;
}

/** How many meetings before the last one a silent commitment is looked for. */
const REACH = 3;

/** Plans a partnership from all its documents. Null when it has none. */
export function planPartnership(slug: Slug, shelf: Shelf, reading: Reading): PartnershipPlan | null {
  if (shelf.members.length === 0) return null;
  const meetings = planMeetings(shelf.members, reading.version);
  const sides = sidesOf(shelf);
  const comparisons = meetings.slice(1).map((after, at) => planComparison(meetings[at] ?? after, after, { shelf, sides, reading }));
  const steps: Step[] = meetings.map((meeting, at) => {
    const comparison = comparisons[at - 1];
    return { held: meeting.held, side: () => sides(meeting), changes: comparison === undefined ? [] : (comparison.fresh?.changes ?? shelf.changes(comparison.digest) ?? []) };
  });
  const bridges: PlannedBridges[] = [];
  for (const [at, after] of meetings.entries()) {
    const found = shelf.bridges(after.held, after.bridged) ?? bridge(steps.slice(Math.max(0, at - REACH), at + 1), reading.compare);
    bridges.push({ after, bridges: found });
  }
  const links = [...steps.flatMap((step) => step.changes), ...bridges.flatMap((one) => one.bridges.map((each) => each.change))];
  return { slug, ...naming(slug, shelf, reading), meetings, comparisons, bridges, threads: followThreads(meetings, links, shelf.rulings) };
}

function planMeetings(members: readonly Member[], version: string): PlannedMeeting[] {
  const gatherings = gather(members);
  const digests = gatherings.map((gathering) => digestOf([version, gathering.held, ...gathering.members.map(({ sha256, revision }) => (revision === "" ? sha256 : `${sha256} ${revision}`))]));
  return gatherings.map((gathering, at) => ({
    ...gathering,
    digest: digests[at] ?? "",
    bridged: digestOf(digests.slice(Math.max(0, at - REACH), at + 1)),
    priorities: mergePriorities(gathering.members),
    topics: topicsOf(gathering.members),
  }));
}

interface Means {
  readonly shelf: Shelf;
  readonly sides: (meeting: PlannedMeeting) => Side;
  readonly reading: Reading;
}

function planComparison(before: PlannedMeeting, after: PlannedMeeting, { shelf, sides, reading }: Means): PlannedComparison {
  const digest = digestOf([before.digest, after.digest]);
  const fresh = shelf.changes(digest) === null ? reading.compare(sides(before), sides(after)) : null;
  return { before, after, digest, fresh };
}

/** Loads the snapshots of a meeting when they are wanted, and keeps only a few meetings in memory. */
function sidesOf(shelf: Shelf): (meeting: PlannedMeeting) => Side {
  const kept = new Map<string, Side>();
  return (meeting) => {
    const side = kept.get(meeting.digest) ?? { snapshots: meeting.members.map((member) => shelf.snapshot(member.sha256)), ...(shelf.rulings.length === 0 ? {} : { rulings: shelf.rulings }) };
    kept.delete(meeting.digest);
    kept.set(meeting.digest, side);
    for (const oldest of kept.keys()) {
      if (kept.size <= REACH + 1) break;
      kept.delete(oldest);
    }
    return side;
  };
}

/** What a person says wins over what is known, and that over what most documents say. */
function naming(slug: Slug, { members, name }: Shelf, reading: Reading): { name: string; parties: readonly string[] } {
  const known = reading.known(slug);
  const said = mostFrequent(members.flatMap((member) => (member.partnershipName === null ? [] : [member.partnershipName])));
  const parties = mostFrequent(members.filter((member) => member.parties.length > 0).map((member) => JSON.stringify(member.parties)));
  const fromDocuments: readonly string[] = parties === undefined ? [] : JSON.parse(parties);
  return { name: name ?? known?.name ?? said ?? slug, parties: known !== null && known.parties.length > 0 ? known.parties.toSorted(order) : fromDocuments };
}

function digestOf(parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex");
}
