/**
 * Snapshots and comparisons as plain text for a terminal: the same values as the JSON, laid out to be read.
 */
import { CHANGE_KINDS, type Change, type ChangeKind, type Commitment, type Comparison, type Snapshot } from "../../snapshots/index.ts";

/** What each kind of change is called before people. */
const NAMES: Readonly<Record<ChangeKind, string>> = {
  new: "New",
  advanced: "Advanced",
  receded: "Receded",
  reworded: "Reworded",
  restated: "Restated",
  silent: "Not mentioned again",
};

/** Kinds in the order in which people ask for them. */
const ORDER: readonly ChangeKind[] = ["new", "advanced", "receded", "reworded", "silent", "restated"];

export function renderSnapshot(snapshot: Snapshot, width: number): string {
  const { document, partnership, meeting, priorities, commitments, milestones, diagnostics } = snapshot;
  const lines = [
    ...wrap(document.title, width),
    "",
    `published    ${document.published} (${document.publishedBasis})`,
    `partnership  ${partnership.slug === null ? "none recognised" : `${partnership.name ?? partnership.slug} (${partnership.slug}, ${partnership.basis})`}`,
    `parties      ${partnership.parties.join(", ") || "none recognised"}`,
    `meeting      ${[meeting.held, meeting.name, meeting.ordinal === null ? null : `no. ${meeting.ordinal}`, meeting.place].filter((part) => part !== null).join(", ")}`,
    `kind         ${document.kind}, ${document.language}, ${commitments.length} commitments`,
    "",
  ];
  for (const { topic, rank, share } of priorities.slice(0, 8)) lines.push(`${String(rank).padStart(2)}. ${topic.padEnd(32)} ${String(Math.round(share * 100)).padStart(3)} %`);
  if (commitments.length > 0) lines.push("", "COMMITMENTS", "");
  for (const commitment of commitments) lines.push(...renderCommitment(commitment, width));
  if (milestones.length > 0) lines.push("MILESTONES", "");
  for (const { date, plain } of milestones) lines.push(...wrap(plain.replace(/\s+/g, " "), width, `${date.padEnd(10)}  `));
  for (const { message } of diagnostics) lines.push(...wrap(message, width, "note: "));
  return `${lines.join("\n").trimEnd()}\n`;
}

export function renderComparison(before: Snapshot, after: Snapshot, comparison: Comparison, width: number): string {
  const words = new Map([...before.commitments, ...after.commitments].map((commitment) => [commitment.id, commitment]));
  const { figures } = comparison;
  const lines = [
    ...wrap(`${before.meeting.held}  ${before.document.title}`, width, "before  "),
    ...wrap(`${after.meeting.held}  ${after.document.title}`, width, "after   "),
    "",
    ...wrap(`${CHANGE_KINDS.map((kind) => `${figures[kind]} ${NAMES[kind].toLowerCase()}`).join(", ")}; ${figures.hardened} hardened, ${figures.softened} softened`, width),
  ];
  for (const kind of ORDER) {
    const changes = comparison.changes.filter((change) => change.kind === kind);
    if (changes.length > 0) lines.push("", `${NAMES[kind].toUpperCase()} (${changes.length})`, "");
    for (const change of changes) lines.push(...renderChange(change, words, width));
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

function renderCommitment({ stage, force, topic, plain, details }: Commitment, width: number): string[] {
  const moved = details.filter((detail) => detail.type === "deadline" || detail.type === "amount").map((detail) => `${detail.type}: ${detail.text}`);
  return [...wrap(`${stage}, ${force}; ${[topic, ...moved].join("; ")}`, width), ...wrap(plain, width, "  "), ""];
}

function renderChange(change: Change, words: ReadonlyMap<string, Commitment>, width: number): string[] {
  const course = change.stage.before !== null && change.stage.after !== null && change.stage.before !== change.stage.after ? `${change.stage.before} to ${change.stage.after}` : (change.stage.after ?? change.stage.before);
  const details = change.details.map((detail) => `${detail.type} ${[detail.before, detail.after].filter((part) => part !== "").join(" to ")} (${detail.direction})`);
  const head = [change.topic, course, change.force, ...details].filter((part) => part !== null).join("; ");
  const quotes = (ids: readonly string[], mark: string): string[] => ids.flatMap((id) => wrap(words.get(id)?.plain ?? id, width, mark));
  return [...wrap(head, width), ...quotes(change.before, "  - "), ...quotes(change.after, "  + "), ""];
}

/** Breaks a text at spaces into lines of at most `width`, the first after `lead`, the others below it. */
function wrap(text: string, width: number, lead = ""): string[] {
  const lines: string[] = [];
  const indent = " ".repeat(lead.length);
  let line = lead;
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    const empty = line === lead || line === indent;
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent + word;
    } else line += empty ? word : ` ${word}`;
  }
  return [...lines, line];
}
