/**
 * Who published a document, as far as its address tells: the name of the institution that a host belongs to where that is
 * well known, else the host itself. One answer for citations, for what reference managers read, and for pages.
 */
import { safeAddress } from "./documents.ts";

/** What publishes a document of an unknown address, and digests, which are written for the archive. */
export const ARCHIVE = "Pactline";

export interface Publisher {
  readonly name: string;
  /** A host is where something stands, an institution is also who says it. */
  readonly kind: "institution" | "host" | "archive";
}

/** Institutions by the end of their hosts; the longest end that fits names it. */
const INSTITUTIONS: Readonly<Record<string, string>> = {
  "asean.org": "ASEAN",
  "au.int": "African Union",
  "bidenwhitehouse.archives.gov": "The White House",
  "canada.ca": "Government of Canada",
  "commerce.gov": "U.S. Department of Commerce",
  "consilium.europa.eu": "Council of the European Union",
  "dfat.gov.au": "Australian Department of Foreign Affairs and Trade",
  "ec.europa.eu": "European Commission",
  "ecb.europa.eu": "European Central Bank",
  "eeas.europa.eu": "European External Action Service",
  "elysee.fr": "Élysée",
  "europarl.europa.eu": "European Parliament",
  "federalreserve.gov": "Board of Governors of the Federal Reserve System",
  "fmprc.gov.cn": "Ministry of Foreign Affairs of the People’s Republic of China",
  "international.gc.ca": "Global Affairs Canada",
  "mddi.gov.sg": "Singapore Ministry of Digital Development and Information",
  "mea.gov.in": "Ministry of External Affairs, Government of India",
  "meti.go.jp": "Ministry of Economy, Trade and Industry of Japan",
  "mfat.govt.nz": "New Zealand Ministry of Foreign Affairs and Trade",
  "mofa.go.jp": "Ministry of Foreign Affairs of Japan",
  "mofa.go.kr": "Ministry of Foreign Affairs of the Republic of Korea",
  "mti.gov.sg": "Singapore Ministry of Trade and Industry",
  "nato.int": "NATO",
  "obamawhitehouse.archives.gov": "The White House",
  "oecd.org": "OECD",
  "pib.gov.in": "Press Information Bureau, Government of India",
  "pm.gc.ca": "Prime Minister of Canada",
  "pmindia.gov.in": "Prime Minister’s Office, Government of India",
  "state.gov": "U.S. Department of State",
  "treasury.gov": "U.S. Department of the Treasury",
  "trumpwhitehouse.archives.gov": "The White House",
  "un.org": "United Nations",
  "ustr.gov": "Office of the United States Trade Representative",
  "whitehouse.gov": "The White House",
  "wto.org": "World Trade Organization",
};

/** A digest is the archive’s own work, wherever the text stands that it sums up. */
export function publisherOf({ kind, sourceUrl }: { readonly kind: string; readonly sourceUrl: string | null }): Publisher {
  const address = safeAddress(sourceUrl);
  if (kind === "digest" || address === null || !URL.canParse(address)) return { name: ARCHIVE, kind: "archive" };
  const host = new URL(address).hostname.replace(/^www\d?\./, "");
  const labels = host.split(".");
  const known = labels.map((_, at) => INSTITUTIONS[labels.slice(at).join(".")]).find((name) => name !== undefined);
  return known === undefined ? { name: host, kind: "host" } : { name: known, kind: "institution" };
}
