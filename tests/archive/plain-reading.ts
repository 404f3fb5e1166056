/**
 * A reading so plain that a test can say exactly what an archive should hold: the first line has a date, a
 * partnership's slug or "-", and a place; `+` and a second day behind the date is that of publication, where it is another.
 * Every other line is a commitment, `name stage words`. Two commitments of one name are the same undertaking.
 */
import { type Change, CHANGE_KINDS, type ChangeKind, type Commitment, type Comparison, type Figures, type IsoDate, type PartialDate, type Side, type Slug, type Snapshot, STAGES, type Stage } from "../../snapshots/index.ts";
import { nameBytes } from "../../server/archive/facts.ts";
import { decodeText } from "../../server/decoding.ts";
import type { Reading } from "../../server/reading.ts";
import { refusal } from "../../server/refusals.ts";

export function plainReading(version = "plain-1"): Reading & { compared: string[] } {
  const compared: string[] = [];
  return {
    version,
    compared,
    read({ bytes, name, given }) {
      const decoded = decodeText(bytes, name);
      if (decoded.kind === "refused") return decoded;
      const sha256 = nameBytes(bytes);
      const head = /^(\d{4}-\d\d-\d\d)(?:\+(\d{4}-\d\d-\d\d))? (\S+) ?(.*)$/m.exec(decoded.text);
      if (head === null) return { kind: "refused", refusal: refusal("no-date") };
      const [, date, later = date, slug, place] = head;
      const [day, published] = [date as IsoDate, later as IsoDate];
      return { kind: "read", sha256, mediaType: decoded.mediaType, snapshot: snapshotOf({ version, text: decoded.text, sha256, day, published, slug: given.partnership ?? (slug === "-" ? null : (slug as Slug)), place: place === "" ? null : (place ?? null) }) };
    },
    compare(before, after) {
      compared.push(`${held(before)}..${held(after)}`);
      return compareSides(before, after);
    },
    known: () => null,
    parties: [],
    topics: [{ slug: "data" as Slug, name: "Data" }, { slug: "cables" as Slug, name: "Undersea cables" }],
  };
}

interface Parts {
  readonly version: string;
  readonly text: string;
  readonly sha256: Snapshot["document"]["sha256"];
  readonly day: IsoDate;
  readonly published: IsoDate;
  readonly slug: Slug | null;
  readonly place: string | null;
}

function snapshotOf({ version, text, sha256, day, published, slug, place }: Parts): Snapshot {
  return {
    readingVersion: version,
    document: { sha256, title: `Statement of ${published}`, published, publishedBasis: "first-line", sourceUrl: null, kind: "other", language: "en", text },
    partnership: { slug, name: slug, parties: slug === null ? [] : slug.toUpperCase().split("-"), basis: slug === null ? "none" : "given", evidence: [] },
    meeting: { held: day, place, name: null, ordinal: null, evidence: place === null ? [] : [{ start: 0, end: 10, quote: text.slice(0, 10) }] },
    priorities: [],
    commitments: [...text.matchAll(/^(\w+) (\w+) .+$/gm)].slice(/^\d/.test(text) ? 0 : 1).filter((match) => isStage(match[2])).map((match) => commitmentOf(sha256, match)),
    milestones: [...text.matchAll(/\d{4}-\d\d(?=\s)/g)].map((match) => ({ date: match[0] as PartialDate, quote: match[0], plain: match[0], start: match.index, end: match.index + match[0].length })).slice(0, 1),
    diagnostics: [],
  };
}

function isStage(word: string | undefined): word is Stage {
  return STAGES.some((stage) => stage === word);
}

function commitmentOf(sha256: string, match: RegExpExecArray): Commitment {
  const [quote, , stage] = match;
  const [start, end] = [match.index, match.index + quote.length];
  const evidence = { rule: "line", words: [{ quote, start, end }] };
  return {
    id: `${sha256.slice(0, 12)}-${start}-${end}`,
    ...{ quote, start, end, plain: quote, force: "strong", topic: "data" as Slug, topics: [], section: null, actors: [], details: [], hedges: [], confidence: 1 },
    stage: isStage(stage) ? stage : "noted",
    evidence: { commitment: evidence, stage: evidence, force: evidence, topic: evidence },
  };
}

function held(side: Side): string {
  return side.snapshots[0]?.meeting.held ?? "";
}

function compareSides(before: Side, after: Side): Comparison {
  const nameOf = (commitment: Commitment): string => commitment.plain.split(" ")[0] ?? "";
  const olds = before.snapshots.flatMap((snapshot) => snapshot.commitments);
  const news = after.snapshots.flatMap((snapshot) => snapshot.commitments);
  const linked = news.map((now) => ({ now, was: olds.filter((old) => nameOf(old) === nameOf(now)) }));
  const changes: Change[] = [
    ...linked.map(({ now, was }) => changeOf(was, [now])),
    ...olds.filter((old) => !news.some((now) => nameOf(now) === nameOf(old))).map((old) => changeOf([old], [])),
  ];
  const figures = { ...Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, changes.filter((change) => change.kind === kind).length])), hardened: 0, softened: 0 } as unknown as Figures;
  return { changes, priorities: [], figures };
}

function changeOf(was: readonly Commitment[], now: readonly Commitment[]): Change {
  const [old, young] = [was[0], now[0]];
  const kind: ChangeKind = old === undefined ? "new" : young === undefined ? "silent" : old.stage === young.stage ? "restated" : STAGES.indexOf(old.stage) < STAGES.indexOf(young.stage) ? "advanced" : "receded";
  return {
    id: [...was, ...now].map((one) => one.id).join("+"),
    kind,
    before: was.map((one) => one.id),
    after: now.map((one) => one.id),
    stage: { before: old?.stage ?? null, after: young?.stage ?? null },
    force: null,
    topic: young?.topic ?? old?.topic ?? ("data" as Slug),
    details: [],
    match: old === undefined || young === undefined ? null : { score: 1, certainty: "sure", why: ["the same name"], runnerUp: null },
    nearest: null,
    reason: "by name",
  };
}
