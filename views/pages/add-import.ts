/**
 * How the taking in of many documents goes, and what became of each.
 */
import type { ImportState } from "../../server/archive/types.ts";
import { addHref, documentHref, importHref } from "../addresses.ts";
import { count, digits } from "../grammar.ts";
import { type Link, listHead, type Page } from "../page.ts";

export interface AddImportPage extends Page {
  readonly template: "add-import";
  readonly title: string;
  readonly running: boolean;
  readonly done: number;
  readonly of: number;
  /** How it goes, as one sentence. */
  readonly said: string;
  readonly figures: readonly { readonly label: string; readonly value: string }[];
  readonly fault: string | null;
  /** What was added and what was here already, each list with its heading; those with nothing in them are left out. */
  readonly taken: readonly { readonly heading: string; readonly documents: readonly Link[]; readonly more: string | null }[];
  readonly refusals: readonly { readonly file: string; readonly reason: string }[];
  readonly more: string | null;
  readonly csv: string;
}

export function addImportPage(state: ImportState): AddImportPage {
  const { id, progress, elapsed, refusals, more, fault } = state;
  const href = importHref(id);
  const seconds = Math.max(elapsed / 1_000, 0.001);
  const rate = progress.done / seconds;
  return {
    template: "add-import",
    head: { ...listHead({ title: "Import", description: "How an import goes.", path: href, twin: `${href}.json` }), indexed: false },
    trail: [{ label: "Add documents", href: addHref }],
    title: TITLES[state.state],
    running: state.state === "running",
    done: progress.done,
    of: Math.max(progress.of, 1),
    said: saidOf(state, rate),
    figures: [
      { label: "Added", value: digits(progress.added) },
      { label: "Already here", value: digits(progress.here) },
      { label: "Refused", value: digits(progress.refused) },
    ],
    fault: fault?.sentence ?? null,
    taken: [takenOf(state, "added"), takenOf(state, "already-here")].filter(({ documents }) => documents.length > 0),
    refusals: refusals.map(({ path, refusal }) => ({ file: path, reason: refusal.sentence })),
    more: more === 0 ? null : `${digits(more)} more are not listed here.`,
    csv: `${href}/refused.csv`,
  };
}

function takenOf({ taken, progress }: ImportState, kind: ImportState["taken"][number]["kind"]): AddImportPage["taken"][number] {
  const documents = taken.filter((one) => one.kind === kind).map(({ path, sha256 }) => ({ label: path, href: documentHref(sha256) }));
  const more = (kind === "added" ? progress.added : progress.here) - documents.length;
  return { heading: kind === "added" ? "What was added" : "What was here already", documents, more: more <= 0 ? null : `${digits(more)} more are not listed here.` };
}

const TITLES: Readonly<Record<ImportState["state"], string>> = { running: "The import is running", done: "The import is done", failed: "The import has failed" };

function saidOf({ state, progress, elapsed }: ImportState, rate: number): string {
  const all = `${digits(progress.done)} of ${count(progress.of, "file")}`;
  if (state !== "running") return `${all} in ${digits(Math.ceil(elapsed / 1_000))} s`;
  if (progress.step === "comparing") return `All files are read; ${digits(progress.done)} of ${count(progress.of, "partnership")} compared`;
  const left = rate === 0 ? 0 : Math.ceil((progress.of - progress.done) / rate);
  return `${all}, ${digits(Math.round(rate))} a second, about ${digits(left)} s left`;
}
