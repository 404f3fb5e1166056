/**
 * Brings partnerships' derivations in line with their documents: plans outside of a transaction, writes the plan
 * inside one. A partnership that was touched and not yet settled is marked as pending, so that a process that is
 * killed leaves its work to the next.
 */
import type { Change, Sha256, Slug, Snapshot } from "../../snapshots/index.ts";
import type { Reading } from "../reading.ts";
import { computeAndWrite, type Database } from "./database.ts";
import { dateNews } from "./news-days.ts";
import type { PartnershipPlan, PlannedMeeting } from "./planning.ts";
import { planPartnership } from "./planning.ts";
import { retireMeetings } from "./retiring.ts";
import { openShelf } from "./shelf.ts";

export function markPending(db: Database, slug: Slug): void {
  db.prepare("INSERT INTO pending_partnerships (slug) VALUES (:slug) ON CONFLICT DO NOTHING").run({ slug });
}

export function pendingPartnerships(db: Database): Slug[] {
  return db.prepare<[], Slug>("SELECT slug FROM pending_partnerships ORDER BY slug").pluck().all();
}

/** Settles every pending partnership, each in a transaction of its own. Answers how many there were. */
export function settle(db: Database, reading: Reading, onSettled: (done: number, of: number) => void = () => {}): number {
  const slugs = pendingPartnerships(db);
  slugs.forEach((slug, at) => {
    settleOne(db, slug, reading);
    onSettled(at + 1, slugs.length);
  });
  return slugs.length;
}

/** Settles one pending partnership, for a process that has other things to do between two. False when there is none. */
export function settleNext(db: Database, reading: Reading): boolean {
  const [slug] = pendingPartnerships(db);
  if (slug === undefined) return false;
  settleOne(db, slug, reading);
  return true;
}

function settleOne(db: Database, slug: Slug, reading: Reading): void {
  computeAndWrite(
    db,
    () => planFor(db, slug, reading, null),
    (plan) => applyPlan(db, slug, plan, reading.version),
  );
}

/** The plan of a partnership, with a document on top that is about to be added. */
export function planFor(db: Database, slug: Slug, reading: Reading, added: Snapshot | null): PartnershipPlan | null {
  return planPartnership(slug, openShelf(db, slug, added), reading);
}

/** Writes a plan; runs inside a transaction. */
export function applyPlan(db: Database, slug: Slug, plan: PartnershipPlan | null, version: string): void {
  applyPlans(db, [{ slug, plan }], version);
}

/** Writes the plans of several partnerships between which documents moved: all are cleared before any is filled. */
export function applyPlans(db: Database, plans: readonly { readonly slug: Slug; readonly plan: PartnershipPlan | null }[], version: string): void {
  for (const { slug, plan } of plans) clear(db, slug, plan);
  for (const { slug, plan } of plans) {
    if (plan !== null) fill(db, slug, plan, version);
    db.prepare("DELETE FROM pending_partnerships WHERE slug = :slug").run({ slug });
  }
}

function fill(db: Database, slug: Slug, plan: PartnershipPlan, version: string): void {
  insertPartnership(db, plan, version);
  for (const meeting of plan.meetings) insertMeeting(db, slug, meeting, version);
  insertComparisons(db, plan, version);
  insertBridges(db, plan, version);
  insertThreads(db, plan, version);
  dateNews(db, slug);
}

/** Takes away all of a partnership but the comparisons that stand. */
function clear(db: Database, slug: Slug, plan: PartnershipPlan | null): void {
  retireMeetings(db, "m.partnership = :slug AND m.held NOT IN (SELECT value FROM json_each(:held))", { slug, held: JSON.stringify(plan?.meetings.map((meeting) => meeting.held) ?? []) });
  const kept = JSON.stringify(plan?.comparisons.filter((one) => one.fresh === null).map((one) => one.digest) ?? []);
  const outdated = "SELECT after_held FROM comparisons WHERE partnership = :slug AND digest NOT IN (SELECT value FROM json_each(:kept))";
  for (const table of ["change_commitments", "changes"]) db.prepare(`DELETE FROM ${table} WHERE partnership = :slug AND after_held IN (${outdated})`).run({ slug, kept });
  db.prepare("DELETE FROM comparisons WHERE partnership = :slug AND digest NOT IN (SELECT value FROM json_each(:kept))").run({ slug, kept });
  db.prepare("DELETE FROM thread_commitments WHERE thread IN (SELECT id FROM threads WHERE partnership = :slug)").run({ slug });
  for (const table of ["threads", "bridge_commitments", "bridges", "meeting_topics", "copies", "meeting_documents", "meetings", "partnership_parties"]) {
    db.prepare(`DELETE FROM ${table} WHERE partnership = :slug`).run({ slug });
  }
  db.prepare("DELETE FROM partnerships WHERE slug = :slug").run({ slug });
}

function insertPartnership(db: Database, plan: PartnershipPlan, version: string): void {
  db.prepare(
    `INSERT INTO partnerships (slug, name, parties, meetings, documents, first_held, last_held, reading)
     VALUES (:slug, :name, :parties, :meetings, :documents, :firstHeld, :lastHeld, :version)`,
  ).run({
    slug: plan.slug,
    name: plan.name,
    parties: JSON.stringify(plan.parties),
    meetings: plan.meetings.length,
    documents: plan.meetings.reduce((sum, meeting) => sum + meeting.members.length, 0),
    firstHeld: plan.meetings[0]?.held,
    lastHeld: plan.meetings.at(-1)?.held,
    version,
  });
  const party = db.prepare("INSERT INTO partnership_parties (party, partnership) VALUES (:party, :slug)");
  for (const code of new Set(plan.parties)) party.run({ party: code, slug: plan.slug });
}

function insertMeeting(db: Database, slug: Slug, meeting: PlannedMeeting, version: string): void {
  const { held, name, ordinal, place, members, copies, priorities, digest, bridged, topics } = meeting;
  const commitments = members.reduce((sum, member) => sum + member.commitments.length, 0);
  db.prepare(
    `INSERT INTO meetings (partnership, held, name, ordinal, place, commitments, priorities, digest, bridged, reading)
     VALUES (:slug, :held, :name, :ordinal, :place, :commitments, :priorities, :digest, :bridged, :version)`,
  ).run({ slug, held, name, ordinal, place, commitments, priorities: JSON.stringify(priorities), digest, bridged, version });
  const document = db.prepare("INSERT INTO meeting_documents (document, partnership, held, ordinal) SELECT document, :slug, :held, :at FROM snapshots WHERE sha256 = :sha256");
  members.forEach(({ sha256 }: { sha256: Sha256 }, at) => void document.run({ slug, held, at: at + 1, sha256 }));
  const copy = db.prepare("INSERT INTO copies (document, original, partnership, held) SELECT c.document, o.document, :slug, :held FROM snapshots AS c, snapshots AS o WHERE c.sha256 = :sha256 AND o.sha256 = :of");
  for (const one of copies) copy.run({ slug, held, ...one });
  const topic = db.prepare("INSERT INTO meeting_topics (partnership, held, topic, commitments, stage) VALUES (:slug, :held, :topic, :commitments, :stage)");
  for (const row of topics) topic.run({ slug, held, ...row });
}

function insertComparisons(db: Database, { slug, comparisons }: PartnershipPlan, version: string): void {
  const comparison = db.prepare(
    `INSERT INTO comparisons (partnership, after_held, before_held, figures, priorities, digest, reading) VALUES (:slug, :after, :before, :figures, :priorities, :digest, :version)`,
  );
  const change = db.prepare(
    `INSERT INTO changes (partnership, after_held, ordinal, id, kind, topic, json, reading) VALUES (:slug, :after, :ordinal, :id, :kind, :topic, :json, :version)`,
  );
  const link = linkTo(db, "change_commitments");
  for (const { before, after, digest, fresh } of comparisons) {
    if (fresh === null) continue;
    const { figures, priorities, changes } = fresh;
    comparison.run({ slug, after: after.held, before: before.held, figures: JSON.stringify(figures), priorities: JSON.stringify(priorities), digest, version });
    for (const [at, one] of changes.entries()) {
      change.run({ slug, after: after.held, ordinal: at + 1, id: one.id, kind: one.kind, topic: one.topic, json: JSON.stringify(one), version });
      link(one, { slug, after: after.held, ordinal: at + 1 });
    }
  }
}

function insertBridges(db: Database, { slug, bridges }: PartnershipPlan, version: string): void {
  const insert = db.prepare("INSERT INTO bridges (partnership, after_held, ordinal, before_held, json, reading) VALUES (:slug, :after, :ordinal, :before, :json, :version)");
  const link = linkTo(db, "bridge_commitments");
  for (const group of bridges) {
    for (const [at, { before, after, change }] of group.bridges.entries()) {
      insert.run({ slug, after, ordinal: at + 1, before, json: JSON.stringify(change), version });
      link(change, { slug, after, ordinal: at + 1 });
    }
  }
}

/** Lets the changes of a commitment be found by its number. */
function linkTo(db: Database, table: "change_commitments" | "bridge_commitments"): (change: Change, place: { slug: Slug; after: string; ordinal: number }) => void {
  const insert = db.prepare(`INSERT INTO ${table} (commitment, partnership, after_held, ordinal) SELECT id, :slug, :after, :ordinal FROM commitments WHERE key = :key`);
  return ({ before, after }, place) => {
    for (const key of new Set([...before, ...after])) insert.run({ ...place, key });
  };
}

function insertThreads(db: Database, { slug, threads }: PartnershipPlan, version: string): void {
  const thread = db.prepare(
    "INSERT INTO threads (id, partnership, topic, first_held, last_held, meetings, reading) VALUES (:id, :slug, :topic, :firstHeld, :lastHeld, :meetings, :version)",
  );
  const member = db.prepare("INSERT INTO thread_commitments (commitment, thread) SELECT id, :thread FROM commitments WHERE key = :key");
  for (const { id, topic, firstHeld, lastHeld, meetings, commitments } of threads) {
    thread.run({ id, slug, topic, firstHeld, lastHeld, meetings, version });
    for (const key of commitments) member.run({ thread: id, key });
  }
}
