/**
 * Everything that Pactline may refuse, in one table: a code, the HTTP status, the command's exit status and one
 * sentence for people that says what is wrong and what to do. `{detail}` takes what was met.
 */

interface Row {
  readonly status: number;
  readonly exit: number;
  readonly sentence: string;
}

const TABLE = {
  "empty": { status: 422, exit: 1, sentence: "There is no text in it; give a document with at least one sentence." },
  "broken-utf8": { status: 422, exit: 1, sentence: "It is not sound UTF-8{detail}; save it as UTF-8 text and add it again." },
  "nul-bytes": { status: 422, exit: 1, sentence: "It contains NUL bytes{detail}, so it is not plain text; save it as UTF-8 text and add it again." },
  "broken-front-matter": { status: 422, exit: 1, sentence: "Its front matter (between the --- lines) is not sound YAML{detail}; mend it or take it out." },
  "impossible-date": { status: 422, exit: 1, sentence: "Its date is not a day of the calendar{detail}; mend it or give the day of publication as YYYY-MM-DD (on the command line with --date)." },
  "no-date": { status: 422, exit: 1, sentence: "No date was found in its front matter, first lines, dateline or file name; give the day of publication as YYYY-MM-DD (on the command line with --date)." },
  "too-large": { status: 413, exit: 1, sentence: "It is larger than 20 MB{detail}; Pactline takes the text of a document, so give only that." },
  "not-text": { status: 415, exit: 1, sentence: "It is not a text that Pactline reads{detail}; give it as .txt, .md, .html, .pdf or .docx." },
  "scan-without-text": { status: 422, exit: 1, sentence: "It is a PDF of pictures of pages, without text; run text recognition over it, or give the text itself." },
  "encrypted-pdf": { status: 422, exit: 1, sentence: "It is a PDF that is locked with a password; save it without one and add it again." },
  "broken-pdf": { status: 422, exit: 1, sentence: "It is a PDF that is damaged{detail}; save or download it anew and add it again." },
  "broken-docx": { status: 422, exit: 1, sentence: "It is a Word document that is damaged{detail}; save it anew as .docx and add it again." },
  "too-nested": { status: 422, exit: 1, sentence: "Its parts are nested deeper than those of any page, by hundreds of levels; save it in a simpler form, such as text." },
  "too-slow": { status: 422, exit: 1, sentence: "Reading it took too long or too much memory{detail}, so it was given up; save it in a simpler form, such as text." },
  "nothing-given": { status: 400, exit: 2, sentence: "No document was given; choose a file, paste a text or give an address." },
  "upload-too-large": { status: 413, exit: 1, sentence: "What was sent is larger than 64 MB; send it in parts, or use `pactline import` on the server's machine." },
  "draft-gone": { status: 410, exit: 1, sentence: "This draft is no longer kept; give the document again." },
  "bad-field": { status: 400, exit: 2, sentence: "A field cannot be understood{detail}; mend it and send it again." },
  "bad-address": { status: 400, exit: 1, sentence: "It is not an address of the web; give one that begins with http:// or https:// and holds no password." },
  "private-address": { status: 403, exit: 1, sentence: "The address leads to a private network, which Pactline does not ask; save the page and give the file." },
  "unreachable": { status: 502, exit: 1, sentence: "The address could not be reached{detail}; check it, or save the page and give the file." },
  "fetch-timeout": { status: 504, exit: 1, sentence: "The address took too long to answer; try again later, or save the page and give the file." },
  "too-many-redirects": { status: 502, exit: 1, sentence: "The address leads from one to another without end{detail}; give the one where the document stands." },
  "bad-response": { status: 502, exit: 1, sentence: "The address did not give the document (its server answered {detail}); check it in a browser, or save the page and give the file." },
  "broken-archive": { status: 422, exit: 1, sentence: "The archive file is damaged or of another kind{detail}; give a folder, a .zip or a .tar.gz file." },
  "archive-too-large": { status: 413, exit: 1, sentence: "The archive file is larger than Pactline takes at once{detail}; unpack it and give the folder, or give it in parts." },
  "unsafe-path": { status: 422, exit: 1, sentence: "Its name leads out of the archive file, as only harmful ones do; look at where the file comes from." },
  "unwritable": { status: 500, exit: 1, sentence: "The file cannot be written{detail}; check its folder and permissions." },
  "unreadable": { status: 422, exit: 1, sentence: "It could not be read{detail}; check its name and permissions." },
  "no-such-file": { status: 404, exit: 1, sentence: "There is no such file; check its name." },
  "is-a-directory": { status: 422, exit: 1, sentence: "It is a directory; use `pactline import DIR` for all documents in one." },
  "not-a-directory": { status: 422, exit: 1, sentence: "It is not a directory, and no .zip or .tar.gz file; use `pactline add FILE` for one document." },
  "not-a-file": { status: 422, exit: 1, sentence: "It is not a regular file; give the document's own file, or - for standard input." },
  "reading-failed": { status: 500, exit: 1, sentence: "Pactline failed to read it{detail}; this is a fault of the program, please report it with the document." },
  "no-archive": { status: 404, exit: 1, sentence: "There is no archive at {detail}; check the path in --archive or PACTLINE_ARCHIVE, or begin one with `pactline add` or `pactline import`." },
  "not-an-archive": { status: 500, exit: 1, sentence: "The archive's file cannot be opened{detail}; check the path in --archive or PACTLINE_ARCHIVE." },
  "archive-fails": { status: 507, exit: 1, sentence: "The archive's file cannot be read or written{detail}; look at the room on the disk, its permissions and whether another program holds it." },
  "newer-archive": { status: 500, exit: 1, sentence: "The archive was made by a newer Pactline{detail}; update the program to open it." },
  "broken-knowledge": { status: 500, exit: 1, sentence: "A knowledge file is broken: {detail}; mend it and start again." },
  "address-in-use": { status: 500, exit: 1, sentence: "The address is in use or not allowed{detail}; choose another with --port or --host." },
  "no-such-document": { status: 404, exit: 1, sentence: "There is no such document in the archive{detail}; `pactline documents` lists all." },
  "no-such-commitment": { status: 404, exit: 1, sentence: "There is no such commitment in the archive{detail}; its page tells its id." },
  "no-such-partnership": { status: 404, exit: 1, sentence: "There is no such partnership in the archive{detail}; its address tells its name." },
  "no-such-party": { status: 422, exit: 1, sentence: "No party of this name or code is known{detail}; add it at the desk first, or name another." },
  "meeting-too-late": { status: 422, exit: 1, sentence: "A text is published no earlier than a year before the meeting that it tells of{detail}; set the other day right first." },
  "partnership-exists": { status: 409, exit: 1, sentence: "There is a partnership of that name already{detail}; merge the two instead." },
  "no-such-correction": { status: 404, exit: 1, sentence: "There is no correction of this number; `pactline history` lists all." },
  "already-undone": { status: 409, exit: 1, sentence: "That correction is undone already; undo the undoing to let it stand again." },
  "correction-repeated": { status: 409, exit: 1, sentence: "This correction stands already{detail}; nothing was changed." },
  "already-so": { status: 409, exit: 1, sentence: "It is so already{detail}; nothing was changed." },
  "merge-with-itself": { status: 422, exit: 1, sentence: "A partnership cannot be merged with itself; choose two." },
  "correction-unfit": { status: 422, exit: 1, sentence: "The correction does not fit what is read{detail}; look at the document as it is now." },
  "correction-overlaps": { status: 409, exit: 1, sentence: "The words overlap another commitment{detail}; move or remove that one first." },
  "correction-incomplete": { status: 422, exit: 1, sentence: "A correction needs an author and a reason{detail}; say who makes it and why." },
  "correction-wrong": { status: 422, exit: 1, sentence: "The correction cannot be understood{detail}; nothing was changed." },
  "backup-onto-itself": { status: 422, exit: 1, sentence: "A backup needs a file of its own; give another name than the archive's." },
  "backup-damaged": { status: 422, exit: 1, sentence: "The backup does not prove sound{detail}; the archive was left as it is." },
  "target-exists": { status: 409, exit: 1, sentence: "There is something at that place already{detail}; give another name." },
  "broken-bag": { status: 422, exit: 1, sentence: "The bag does not prove sound{detail}; nothing was taken from it." },
  "archive-not-empty": { status: 409, exit: 1, sentence: "A bag is restored into an empty archive only{detail}; name a new file with --archive." },
  "no-such-token": { status: 404, exit: 1, sentence: "There is no token of this number that stands; `pactline token list` shows all." },
  "sign-in-first": { status: 401, exit: 1, sentence: "This is the archivist's desk; sign in at /sign-in with your token, or send it as a bearer token." },
  "desk-on-this-machine": { status: 403, exit: 1, sentence: "Nobody has a token yet, so the desk answers on this machine only; `pactline token add NAME --role archivist` makes one." },
  "wrong-token": { status: 401, exit: 1, sentence: "This token is unknown or was taken back; ask whoever keeps the archive for another." },
  "too-many-attempts": { status: 429, exit: 1, sentence: "There were too many attempts to sign in; wait a quarter of an hour and try again." },
  "not-allowed": { status: 403, exit: 1, sentence: "A reviewer may not do this; ask an archivist." },
  "form-outdated": { status: 403, exit: 1, sentence: "The form was made by another session or elsewhere; load the page again and send it once more." },
  "reading-closed": { status: 401, exit: 1, sentence: "This archive is open to signed-in people only; sign in at /sign-in." },
  "past-unchangeable": { status: 405, exit: 1, sentence: "The archive as it was known on a day is only read; take as_of out of the address." },
  "note-unfit": { status: 422, exit: 1, sentence: "A note needs an author and at most 4,000 characters{detail}; say who writes it, and shorten it." },
  "usage": { status: 400, exit: 2, sentence: "{detail}" },
  "bad-request": { status: 400, exit: 2, sentence: "The address asks for something that cannot be understood{detail}." },
  "not-found": { status: 404, exit: 1, sentence: "There is nothing at this address." },
  "unexpected": { status: 500, exit: 1, sentence: "Something went wrong in Pactline{detail}; this is a fault of the program." },
} as const satisfies Readonly<Record<string, Row>>;

export type RefusalCode = keyof typeof TABLE;

export interface Refusal {
  readonly code: RefusalCode;
  readonly status: number;
  readonly exit: number;
  /** One sentence for people. */
  readonly sentence: string;
  /** Names a draft that a field can still mend. */
  readonly draft?: string;
}

export const REFUSAL_CODES: readonly RefusalCode[] = Object.freeze(Object.keys(TABLE).filter(isRefusalCode));

/** The refusal of this code; `detail` is put into its sentence, in brackets where it stands after other words. */
export function refusal(code: RefusalCode, detail?: string): Refusal {
  const row: Row = TABLE[code];
  const said = detail === undefined ? "" : row.sentence.startsWith("{") || /(?:: |answered |at ){/.test(row.sentence) ? detail : ` (${detail})`;
  return { code, status: row.status, exit: row.exit, sentence: row.sentence.replace("{detail}", () => said) };
}

export function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(TABLE, code);
}

/** Thrown where a value cannot be returned: broken data files, an archive that cannot be opened, a wrong flag. */
export class RefusedError extends Error {
  readonly refusal: Refusal;
  constructor(refused: Refusal, options?: ErrorOptions) {
    super(refused.sentence, options);
    this.name = "RefusedError";
    this.refusal = refused;
  }
}
