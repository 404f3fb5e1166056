/**
 * Page models of the desk are contracts, too: over an archive with corrections, a note and doubts, no template reads a field that
 * a model lacks, and no field of a desk's page is read by none.
 */
import { join } from "node:path";
import { expect, test } from "vitest";
import { correct } from "../../server/archive/correcting.ts";
import { writeNote } from "../../server/archive/noting.ts";
import { addToken } from "../../server/archive/people.ts";
import { PROJECT_ROOT } from "../../server/config.ts";
import { requestFrom } from "../../server/desk/requests.ts";
import { commitmentHref, documentHref } from "../../views/addresses.ts";
import { createRenderer } from "../../views/render.ts";
import { plainReading } from "../archive/plain-reading.ts";
import { fieldsOf, watched } from "../pages/watching.ts";
import { csrfOf, makeSite } from "./site.ts";

const DESK = ["sign-in", "desk", "correct-document", "correct-commitment", "history", "review", "api"];

test("no template of the desk reads what its model lacks, and every field is read", async () => {
  const { render, fragment } = createRenderer(join(PROJECT_ROOT, "views", "templates"));
  const [read, had] = [new Set<string>(), new Set<string>()];
  const site = makeSite("open", {
    fragment,
    render: (page, shell) => {
      if (DESK.includes(page.template)) for (const field of fieldsOf(page, page.template)) had.add(field);
      return render(watched(page, page.template, read), watched(shell, "site", read));
    },
  });
  for (const text of ["2024-05-01 aa-bb Geneva\nsandbox explored a sandbox\ncables committed the cables\n", "2024-06-01 aa-bb Oslo\nsandbox committed the sandbox\n", "2024-07-01 - Bern\nskills explored skills\n", "2024-08-01 aa-bb Bern\nsandbox delivered the sandbox\n"]) site.add(text);
  const { db, reader } = site.archive;
  const document = reader.documents({ offset: 0, limit: 9 }).items.find((one) => one.held === "2024-06-01");
  const commitment = reader.document(document?.sha256 ?? "")?.snapshot.commitments[0];
  if (document === undefined || commitment === undefined) throw new Error("not added");
  const make = (form: Parameters<typeof requestFrom>[1]): void => {
    const request = requestFrom(reader, form, plainReading());
    if (request.kind === "request") correct(db, () => plainReading(), { ...request, author: "Ada", reason: "The annex says so." });
  };
  make({ kind: "title", document: document.sha256, value: "Another title" });
  make({ kind: "stage", commitment: commitment.id, value: "underway" });
  make({ kind: "add", document: document.sha256, quotes: ["Oslo"], topic: "data" });
  make({ kind: "remove", commitment: `${document.sha256.slice(0, 12)}-17-21` });
  make({ kind: "undo", value: "1" });
  writeNote(db, { subject: "commitment", target: commitment.id, text: "See the annex.", author: "Ada" });
  // A correction that fits nothing: what it added is not read, and what it speaks of is gone.
  make({ kind: "topic", commitment: commitment.id, value: "cables" });
  const change = reader.changes({}, { offset: 0, limit: 9 }).items.find((one) => one.afterCommitments.some(({ id }) => id === commitment.id));
  if (change !== undefined) writeNote(db, { subject: "change", target: change.id, text: "Read both.", author: "Ada" });
  const html = { headers: { Accept: "text/html" } };
  const pages = ["/sign-in", "/desk", `${documentHref(document.sha256)}/correct`, `${commitmentHref(commitment.id)}/correct`, "/history", `/history?document=${document.sha256.slice(0, 12)}`, "/review", "/review?at=2", "/review?at=99", "/review?kind=partnership&partnership=aa-bb", "/api", "/desk?done=correction-2", `${documentHref(document.sha256)}/correct?done=note-1`];
  const csrf = csrfOf(await (await site.ask("/desk", html)).text());
  for (const [form, back] of [["title", `${documentHref(document.sha256)}/correct`], ["stage", `${commitmentHref(commitment.id)}/correct`], ["add-topic", "/desk"], ["accept", "/review"]] as const) {
    expect((await site.ask("/corrections", { form: { csrf, form, kind: form, document: document.sha256, commitment: commitment.id, reason: "", value: "x", back }, ...html })).status).toBe(422);
  }
  const shown = [documentHref(document.sha256), commitmentHref(commitment.id), "/partnerships/aa-bb/2024-06-01", "/partnerships/aa-bb/compare/2024-05-01..2024-06-01"];
  for (const path of [...pages, ...shown]) expect([path, (await site.ask(path, html)).status]).toEqual([path, 200]);
  for (const path of shown) expect(await (await site.ask(path, html)).text()).toMatch(/Corrected:.{0,80}by Ada\s+because\s+<q>The annex says so\.<\/q>/s);
  expect(await (await site.ask(commitmentHref(commitment.id), html)).text()).toContain("See the annex.");
  expect(await (await site.ask("/partnerships/aa-bb/compare/2024-05-01..2024-06-01", html)).text()).toContain("Read both.");
  addToken(db, "Ada", "archivist");
  await site.ask("/sign-in", { form: { token: "wrong" } });
  const signedIn = await site.ask("/sign-in", { form: { token: addToken(db, "Bea", "archivist") } });
  await site.ask("/desk", { headers: { Accept: "text/html", Cookie: (signedIn.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "" } });
  // One kind of field serves all forms: a choice has options, a text has a value.
  const forPrograms = /\.fields\[\]\.(?:options|value)$|\.options\[\]|\.hidden\[\]|\.unfit\[\]|\.pager\b|\.item\.reject\b/;
  expect([...had].filter((field) => !read.has(field) && !forPrograms.test(field))).toEqual([]);
  site.close();
});
