/**
 * Forms of the desk: each asks for one correction, with its reason. One that was refused is shown again as it was filled in.
 */
import type { PartnershipSummary } from "../../server/archive/types.ts";
import { byName } from "../names.ts";

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
}

export interface FieldModel {
  readonly name: string;
  readonly label: string;
  readonly kind: "text" | "area" | "select";
  readonly value: string;
  readonly help: string;
  /** For `select`. */
  readonly options: readonly Choice[];
}

export interface DeskForm {
  /** Names the form within its page. */
  readonly id: string;
  readonly legend: string;
  readonly action: string;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly fields: readonly FieldModel[];
  /** What stands in the field of the reason; null where none is asked for. */
  readonly reason: string | null;
  readonly submit: string;
  /** Why it was refused when it was sent; null where it was not. */
  readonly wrong: string | null;
}

/** A form that was sent and refused: what was filled in, by field, and why. */
export interface Refused {
  readonly sentence: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What the forms of a page have in common. */
export interface FormMeans {
  readonly csrf: string;
  /** Where to go when it is done. */
  readonly back: string;
  /** The form of this page that was refused; null where none was. */
  readonly refused: Refused | null;
}

/** The fragment of a form on its page. */
export function formAnchor(id: string): string {
  return `form-${id}`;
}

/** A form that makes a correction of this kind. */
export function correctionFormModel(kind: string, means: FormMeans, parts: { readonly legend: string; readonly fixed?: Readonly<Record<string, string>>; readonly fields?: readonly FieldModel[]; readonly reason?: string; readonly submit?: string; readonly id?: string }): DeskForm {
  const { id = kind, legend, fixed = {}, fields = [], reason = "", submit = "Correct" } = parts;
  return formModel(means, { id, legend, action: "/corrections", fixed: { kind, ...fixed }, fields, reason, submit });
}

/** A form of the desk, with what proves it and what is sent along unseen. */
export function formModel({ csrf, back, refused }: FormMeans, { fixed, ...form }: Omit<DeskForm, "hidden" | "wrong"> & { readonly fixed: Readonly<Record<string, string>> }): DeskForm {
  const hidden = Object.entries({ csrf, back, form: form.id, ...fixed }).map(([name, value]) => ({ name, value }));
  const made: DeskForm = { ...form, hidden, wrong: null };
  return refused !== null && refused.fields["form"] === form.id ? again(made, refused) : made;
}

function again(form: DeskForm, { sentence, fields: sent }: Refused): DeskForm {
  const fields = form.fields.map((field): FieldModel => {
    const value = sent[field.name] ?? field.value;
    return { ...field, value, options: field.options.map((option) => ({ ...option, chosen: option.value === value })) };
  });
  return { ...form, fields, reason: form.reason === null ? null : (sent["reason"] ?? form.reason), wrong: sentence };
}

/** Under what name a correction is kept: a person's own where somebody has a token. */
export function keptNote({ name, by }: { readonly name: string; readonly by: string }): string {
  const under = by === "machine" ? `under the name “${name}”, since nobody has a token here,` : `with your name, ${name},`;
  return `A correction is kept beside the document ${under} and with your reason, which readers see. It can be taken back.`;
}

export function textField(name: string, label: string, more: Partial<Pick<FieldModel, "value" | "help" | "kind">> = {}): FieldModel {
  return { name, label, kind: "text", value: "", help: "", options: [], ...more };
}

export function selectField(name: string, label: string, choices: { readonly values: readonly string[]; readonly value: string; word?(value: string): string }): FieldModel {
  const { values, value, word = (one: string) => one } = choices;
  return { name, label, kind: "select", value, help: "", options: values.map((one) => ({ value: one, label: word(one), chosen: one === value })) };
}

/** A choice among partnerships by their names, in order of the alphabet; `others` come first. */
export function partnershipField(name: string, label: string, { partnerships, value, others = [] }: { readonly partnerships: readonly Pick<PartnershipSummary, "slug" | "name">[]; readonly value: string; readonly others?: readonly Pick<Choice, "value" | "label">[] }): FieldModel {
  const sorted = partnerships.toSorted(byName).map((one) => ({ value: String(one.slug), label: one.name }));
  const all = [...others, ...sorted];
  const labels = new Map(all.map((one) => [one.value, one.label]));
  return selectField(name, label, { values: all.map((one) => one.value), value, word: (slug) => labels.get(slug) ?? slug });
}
