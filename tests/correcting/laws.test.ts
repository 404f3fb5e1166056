import fc from "fast-check";
import { expect, test } from "vitest";
import { type CommitmentCorrection, type Correction, type CorrectionBody, correctSnapshot, type DocumentCorrection, type IsoDate, partnershipMoves, type Quote, type Slug, type Snapshot, successorOf } from "../../snapshots/index.ts";
import { SHA, snapshotOf } from "./made.ts";

const sentence = fc
  .tuple(fc.constantFrom("Norland", "Sudland", "Both sides"), fc.constantFrom("will build", "intend to open", "have opened"), fc.constantFrom("a harbour", "two schools", "the cable"), fc.integer({ min: 1, max: 999 }))
  .map(([who, verb, what, number]) => `${who} ${verb} ${what} at pier ${number}.`);
const sentences = fc.uniqueArray(sentence, { minLength: 2, maxLength: 6 });

const quoteOf = (text: string, start: number, end: number): Quote => ({ start, end, quote: text.slice(start, end) });

/** Any correction of a document, within its text or beside it. */
function bodyFor(snapshot: Snapshot): fc.Arbitrary<CommitmentCorrection | DocumentCorrection> {
  const { text } = snapshot.document;
  const read = fc.constantFrom(...snapshot.commitments).map(({ start, end, quote }): Quote => ({ start, end, quote }));
  const span = fc.tuple(fc.nat(text.length - 2), fc.integer({ min: 1, max: 40 })).map(([start, length]) => quoteOf(text, start, Math.min(text.length, start + length)));
  const lost = fc.constant<Quote>({ start: 3, end: 9, quote: "nowhere" });
  const at = fc.oneof({ weight: 6, arbitrary: read }, { weight: 1, arbitrary: lost });
  return fc.oneof(
    at.map((one) => ({ kind: "stage", at: one, value: "delivered" }) as const),
    at.map((one) => ({ kind: "topic", at: one, value: "harbours" as Slug }) as const),
    at.map((one) => ({ kind: "force", at: one, value: "weak" }) as const),
    at.map((one) => ({ kind: "accept", at: one }) as const),
    at.map((one) => ({ kind: "remove", at: one }) as const),
    fc.tuple(at, span).map(([one, value]) => ({ kind: "move", at: one, value }) as const),
    span.map((one) => ({ kind: "add", at: one, value: { stage: "noted", force: "weak", topic: "energy" as Slug } }) as const),
    read.filter((one) => one.quote.length > 8).map((one) => ({ kind: "split", at: one, value: [quoteOf(text, one.start, one.start + 4), quoteOf(text, one.start + 4, one.end)] }) as const),
    fc.constant({ kind: "title", value: "Another title" } as const),
    fc.constant({ kind: "held", value: "2031-01-02" as IsoDate } as const),
  );
}

const onRecord = (bodies: readonly CorrectionBody[]): Correction[] => bodies.map((body, at) => ({ id: at + 1, document: SHA, body, author: "Ada", reason: "It says so.", madeAt: `2030-06-01T00:00:0${at % 10}.000Z` }));
const corrected = sentences.chain((list) => {
  const snapshot = snapshotOf(list);
  return fc.record({ list: fc.constant(list), snapshot: fc.constant(snapshot), corrections: fc.array(bodyFor(snapshot), { maxLength: 7 }).map(onRecord) });
});

test("every quote stays in its place, commitments stay apart, in order, and each under its own id", () => {
  fc.assert(
    fc.property(corrected, ({ snapshot, corrections }) => {
      const { commitments, document } = correctSnapshot(snapshot, corrections).snapshot;
      for (const one of commitments) {
        expect(document.text.slice(one.start, one.end)).toBe(one.quote);
        for (const detail of one.details) expect(document.text.slice(detail.start, detail.end)).toBe(detail.text);
        expect(one.id).toBe(`${SHA.slice(0, 12)}-${one.start}-${one.end}`);
      }
      for (const [at, one] of commitments.entries()) expect(one.end).toBeLessThanOrEqual(commitments[at + 1]?.start ?? Number.POSITIVE_INFINITY);
    }),
  );
});

test("each correction leaves its mark or is told as unfit; none is lost", () => {
  fc.assert(
    fc.property(corrected, ({ snapshot, corrections }) => {
      const { snapshot: after, unfit } = correctSnapshot(snapshot, corrections);
      const told = [...(after.corrections ?? []).map((mark) => mark.id), ...unfit.map((one) => one.correction.id)];
      expect(told.toSorted((a, b) => a - b)).toEqual(corrections.map((one) => one.id));
    }),
  );
});

test("what is undone leaves no trace, and an undone undoing lets it stand again", () => {
  fc.assert(
    fc.property(corrected, ({ snapshot, corrections }) => {
      const undone = onRecord([...corrections.map((one) => one.body), ...corrections.map((one) => ({ kind: "undo", of: one.id }) as const)]);
      expect(correctSnapshot(snapshot, undone).snapshot).toEqual(snapshot);
      const redone = onRecord([...undone.map((one) => one.body), ...corrections.map((_, at) => ({ kind: "undo", of: corrections.length + at + 1 }) as const)]);
      expect(correctSnapshot(snapshot, redone)).toEqual(correctSnapshot(snapshot, corrections));
    }),
  );
});

test("corrections find their words again when a new reading moves every place", () => {
  fc.assert(
    fc.property(corrected, fc.constantFrom("Preface.\n", "A much longer preface, of the second edition.\n\n"), ({ list, snapshot, corrections }, front) => {
      const fitting = corrections.filter(({ body }) => !("at" in body) || list.includes(body.at.quote));
      const words = (one: Snapshot): unknown => one.commitments.map(({ quote, stage, topic, force, confidence }) => ({ quote, stage, topic, force, confidence }));
      fc.pre(fitting.every(({ body }) => !("at" in body) || !("value" in body) || body.kind === "stage" || body.kind === "topic" || body.kind === "force"));
      expect(words(correctSnapshot(snapshotOf(list, { front }), fitting).snapshot)).toEqual(words(correctSnapshot(snapshot, fitting).snapshot));
    }),
  );
});

test("a commitment that is known by its id has a successor as long as the document has commitments", () => {
  fc.assert(
    fc.property(corrected, ({ snapshot, corrections }) => {
      const { commitments, document } = correctSnapshot(snapshot, corrections).snapshot;
      for (const one of snapshot.commitments) expect(successorOf(one, commitments, document.text) !== null).toBe(commitments.length > 0);
    }),
  );
});

test("a span that a person gave is found by a better reading, too: the person's word stands, once", () => {
  const list = ["Norland will build a harbour.", "Sudland welcomes it."];
  const blind = snapshotOf(list, { read: (one) => !one.startsWith("Norland") });
  const seeing = snapshotOf(list);
  const [found] = seeing.commitments;
  if (found === undefined) throw new Error("made of two");
  const add = onRecord([{ kind: "add", at: { start: found.start, end: found.end, quote: found.quote }, value: { stage: "underway", force: "weak", topic: "energy" as Slug } }]);
  for (const snapshot of [blind, seeing]) {
    const { commitments } = correctSnapshot(snapshot, add).snapshot;
    expect(commitments.map((one) => [one.quote, one.stage])).toEqual([[list[0], "underway"], [list[1], "committed"]]);
  }
});

test("renamed and merged partnerships lead on to where they are now", () => {
  const [a, b, c] = ["a-b" as Slug, "b-c" as Slug, "c-d" as Slug];
  const record = onRecord([{ kind: "rename-partnership", from: a, to: b, name: "B and C" }, { kind: "merge-partnerships", from: b, to: c }, { kind: "undo", of: 2 }]);
  const at = (count: number) => partnershipMoves(record.slice(0, count));
  expect([...at(1).redirects]).toEqual([[a, b]]);
  expect([...at(2).redirects]).toEqual([[a, c], [b, c]]);
  expect(at(3)).toEqual(at(1));
  expect([...partnershipMoves(onRecord([{ kind: "rename-partnership", from: a, to: b, name: "B" }, { kind: "rename-partnership", from: b, to: a, name: "A" }])).redirects]).toEqual([[b, a]]);
});
