/**
 * What makes pages handier, and nothing that they need: the choice of light or dark, forms that leave empty fields out of
 * the address, keys that step through the changes, boxes that open at their end and show where more of them is, folds that
 * paper shows open, files that are dropped, and buttons that copy.
 */
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const read = () => {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null;
    }
  };
  const save = (theme) => {
    try {
      localStorage.setItem("theme", theme);
    } catch {
      // A browser that keeps nothing still shows the choice on this page.
    }
  };
  const chosen = read();
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;

  const themeButton = () => {
    const button = document.querySelector("[data-theme-toggle]");
    if (button === null) return;
    const now = () => root.dataset.theme ?? (dark.matches ? "dark" : "light");
    const tell = () => button.setAttribute("aria-label", now() === "dark" ? "Show in light colours" : "Show in dark colours");
    button.hidden = false;
    tell();
    button.addEventListener("click", () => {
      root.dataset.theme = now() === "dark" ? "light" : "dark";
      save(root.dataset.theme);
      tell();
    });
  };

  const tidyForms = () => {
    for (const form of document.querySelectorAll('form[method="get"]')) {
      form.addEventListener("submit", () => {
        const empty = [...form.elements].filter((field) => field.name !== "" && field.value === "");
        for (const field of empty) field.disabled = true;
        setTimeout(() => {
          for (const field of empty) field.disabled = false;
        });
      });
    }
  };

  /** j and k step through the changes of a comparison, as in many readers. */
  const steps = () => {
    const changes = [...document.querySelectorAll("article.change")];
    if (changes.length === 0) return;
    let at = -1;
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || (event.key !== "j" && event.key !== "k")) return;
      if (event.target instanceof Element && event.target.closest("input, select, textarea, [contenteditable]") !== null) return;
      at = Math.min(changes.length - 1, Math.max(0, at + (event.key === "j" ? 1 : -1)));
      const change = changes[at];
      change.tabIndex = -1;
      change.focus({ preventScroll: true });
      change.scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    });
  };

  /** A box that scrolls sideways says at which of its ends more is to be seen. */
  const edges = (box) => {
    const rest = box.scrollWidth - box.clientWidth - box.scrollLeft;
    box.classList.toggle("more-before", box.scrollLeft > 1);
    box.classList.toggle("more-after", rest > 1);
    return box.scrollWidth > box.clientWidth + 1;
  };

  /** As wide as the fade of the style sheet. */
  const FADE = 40;

  /** What a box is opened for comes into sight: what is chosen in it, or its end, where the newest stands. */
  const reveal = (box) => {
    const chosen = [...box.querySelectorAll(".chosen, [aria-current]")].map((one) => one.getBoundingClientRect());
    if (box.dataset.open === "end") box.scrollLeft = box.scrollWidth;
    if (chosen.length === 0) return;
    const [left, right, frame] = [Math.min(...chosen.map((one) => one.left)), Math.max(...chosen.map((one) => one.right)), box.getBoundingClientRect()];
    box.scrollLeft += right - left < frame.width ? (left + right) / 2 - (frame.left + frame.right) / 2 : right - frame.right + FADE;
  };

  /** Only what really scrolls is a stop for the keyboard; links that scroll are stops themselves. */
  const scrollers = () => {
    for (const box of document.querySelectorAll(".scroll, .slide")) {
      const check = () => {
        const scrolls = edges(box);
        if (scrolls && box.matches(".scroll")) box.tabIndex = 0;
        else box.removeAttribute("tabindex");
      };
      reveal(box);
      check();
      box.addEventListener("scroll", () => edges(box), { passive: true });
      new ResizeObserver(check).observe(box);
    }
  };

  /** Paper has no folds: what is folded is printed, and folded again afterwards. */
  const unfold = () => {
    addEventListener("beforeprint", () => {
      for (const fold of document.querySelectorAll("details.fold:not([open])")) {
        fold.open = true;
        addEventListener("afterprint", () => (fold.open = false), { once: true });
      }
    });
  };

  const fetched = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.text();
  };

  /** The words of an element as plain text: as it names them, at the address that it names, or as it is laid out. */
  const plainOf = async (element) => {
    const { plain, plainFrom } = element.dataset;
    // biome-ignore lint/performance/useDomNodeTextContent: the text as it is laid out, with its lines apart
    return plainFrom === undefined ? (plain ?? element.innerText) : fetched(plainFrom);
  };

  const write = (forms) => navigator.clipboard.write([new ClipboardItem(forms)]);
  const blob = async (text, type) => new Blob([await text], { type });

  /** Copies an element as rich text and as plain text, so that it pastes well into a letter and into a terminal. */
  const copyElement = async (element) => {
    const forms = { "text/plain": blob(plainOf(element), "text/plain") };
    if (element.dataset.plainOnly === undefined) forms["text/html"] = blob(absolute(element).innerHTML, "text/html");
    try {
      await write(forms);
    } catch {
      // Older browsers, and pages that are not served safely: the selection is what is copied.
      getSelection()?.selectAllChildren(element);
      return document.execCommand("copy");
    }
    return true;
  };

  /** Copies the text at an address. */
  const copyFrom = async (address) => {
    try {
      await write({ "text/plain": blob(fetched(address), "text/plain") });
    } catch {
      return false;
    }
    return true;
  };

  /** Links of a copy lead here from everywhere. */
  const absolute = (element) => {
    const copy = element.cloneNode(true);
    for (const link of copy.querySelectorAll("a[href]")) link.setAttribute("href", new URL(link.getAttribute("href"), location.href).href);
    return copy;
  };

  const copyButtons = () => {
    const offer = (button, copy, otherwise) => {
      button.hidden = false;
      button.addEventListener("click", async () => {
        const done = await copy();
        const said = button.parentElement?.querySelector("[data-copied]");
        if (said) said.textContent = done ? "Copied." : otherwise;
      });
    };
    for (const button of document.querySelectorAll("[data-copy]")) {
      const element = document.getElementById(button.dataset.copy);
      if (element !== null) offer(button, () => copyElement(element), "Select the text and copy it with the keyboard.");
    }
    for (const button of document.querySelectorAll("[data-copy-from]")) offer(button, () => copyFrom(button.dataset.copyFrom), "Open it by its link and copy it with the keyboard.");
  };

  /** One key for each decision: the form or link that says so is sent or followed. */
  const keys = () => {
    if (document.querySelector("[data-key]") === null) return;
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
      const place = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
      if (place === null) return;
      event.preventDefault();
      const form = place.querySelector("form");
      if (form === null) place.click();
      else form.requestSubmit();
    });
  };

  /** What goes on at the server is looked at every second until it is done. */
  const live = () => {
    const look = async () => {
      const shown = document.querySelector('[data-live="yes"]');
      if (shown === null) return;
      try {
        const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-live]");
        if (answer.ok && fresh !== null) shown.replaceWith(fresh);
      } catch {
        // A server that is away for a moment is asked again.
      }
      setTimeout(look, 1000);
    };
    if (document.querySelector('[data-live="yes"]') !== null) setTimeout(look, 1000);
  };

  /** Files that are dropped anywhere on their form are those that it sends. */
  const drops = () => {
    for (const form of document.querySelectorAll("[data-drop]")) {
      const input = form.querySelector("input[type=file]");
      const over = (event) => {
        event.preventDefault();
        form.classList.toggle("over", event.type === "dragover");
      };
      form.addEventListener("dragover", over);
      form.addEventListener("dragleave", over);
      form.addEventListener("drop", (event) => {
        over(event);
        if (event.dataTransfer.files.length > 0) input.files = event.dataTransfer.files;
      });
    }
  };

  const start = () => {
    live();
    drops();
    keys();
    copyButtons();
    themeButton();
    tidyForms();
    steps();
    scrollers();
    unfold();
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
