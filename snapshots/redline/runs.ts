/** Runs of a redline from edits of tokens: what is shown. White space belongs to an edit only where it differs. */
import type { RedlineRun } from "../types.ts";
import type { Stretch } from "./edits.ts";
import type { Token } from "./tokens.ts";

/** Runs that rebuild both texts exactly; between two equal runs there is at most one deletion and then one insertion. */
export function runsOf(stretches: readonly Stretch[]): RedlineRun[] {
  const writer = new Writer();
  for (const { equal, before, after } of stretches) {
    if (!equal) {
      writer.edit(textOf(before), textOf(after));
      continue;
    }
    before.forEach((token, at) => {
      const gap = after[at]?.gap ?? "";
      writer.equal(token.gap === gap ? token.word + gap : token.word);
      if (token.gap !== gap) writer.edit(token.gap, gap);
    });
  }
  return writer.finish();
}

export function textOf(tokens: readonly Token[]): string {
  let text = "";
  for (const { word, gap } of tokens) text += word + gap;
  return text;
}

/** Puts runs of several redlines, one after the other, into one. */
export function runsTogether(redlines: readonly (readonly RedlineRun[])[]): RedlineRun[] {
  const writer = new Writer();
  for (const { op, text } of redlines.flat()) {
    if (op === "equal") writer.equal(text);
    else writer.edit(op === "delete" ? text : "", op === "insert" ? text : "");
  }
  return writer.finish();
}

/** Gathers runs; an edit stays open until equal words follow it. */
class Writer {
  readonly #runs: RedlineRun[] = [];
  #same: string[] = [];
  #gone = "";
  #added = "";

  equal(text: string): void {
    if (text === "") return;
    this.#closeEdit();
    this.#same.push(text);
  }

  edit(gone: string, added: string): void {
    if (gone === "" && added === "") return;
    this.#gone += gone;
    this.#added += added;
  }

  finish(): RedlineRun[] {
    this.#closeEdit();
    this.#closeEqual();
    return this.#runs;
  }

  #closeEqual(): void {
    if (this.#same.length > 0) this.#runs.push({ op: "equal", text: this.#same.join("") });
    this.#same = [];
  }

  #closeEdit(): void {
    const [gone, added] = [this.#gone, this.#added];
    if (gone === "" && added === "") return;
    [this.#gone, this.#added] = ["", ""];
    const head = spaceInCommon(gone, added);
    const tail = spaceInCommon(reversed(gone.slice(head)), reversed(added.slice(head)));
    if (head > 0) this.#same.push(gone.slice(0, head));
    const [without, within] = [gone.slice(head, gone.length - tail), added.slice(head, added.length - tail)];
    if (without !== "" || within !== "") this.#closeEqual();
    if (without !== "") this.#runs.push({ op: "delete", text: without });
    if (within !== "") this.#runs.push({ op: "insert", text: within });
    if (tail > 0) this.#same.push(gone.slice(gone.length - tail));
  }
}

/** How many characters of white space two texts both begin with. */
function spaceInCommon(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length] && /\s/.test(one[length] ?? "")) length++;
  return length;
}

const reversed = (text: string): string => [...(/\s*$/.exec(text)?.[0] ?? "")].reverse().join("");
