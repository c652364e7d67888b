"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  root.classList.add("js");

  // A page opened from a file may be refused its storage; choices then last as long as the page.
  const remember = (key, value) => { try { localStorage.setItem(key, value); } catch { /* see above */ } };
  const recall = (key) => { try { return localStorage.getItem(key); } catch { return null; } };

  function setLanguage(language) {
    root.lang = language;
    for (const element of all("[data-vi]")) element.textContent = element.dataset[language];
    for (const element of all("[data-label-vi]")) {
      element.setAttribute("aria-label", language === "vi" ? element.dataset.labelVi : element.dataset.labelEn);
    }
    for (const element of all("[data-title-vi]")) {
      element.title = language === "vi" ? element.dataset.titleVi : element.dataset.titleEn;
      element.setAttribute("aria-label", element.title);
    }
    for (const button of all("button[data-language]")) {
      button.setAttribute("aria-pressed", String(button.dataset.language === language));
    }
    remember("kcn-language", language);
  }
  for (const button of all("button[data-language]")) {
    button.addEventListener("click", () => setLanguage(button.dataset.language));
  }
  setLanguage(recall("kcn-language") === "en" ? "en" : "vi");

  function setTheme(theme) { root.dataset.theme = theme; remember("kcn-theme", theme); }
  const dark = matchMedia("(prefers-color-scheme: dark)");
  root.dataset.theme = recall("kcn-theme") ?? (dark.matches ? "dark" : "light");
  dark.addEventListener("change", () => { if (!recall("kcn-theme")) root.dataset.theme = dark.matches ? "dark" : "light"; });
  document.getElementById("theme").addEventListener("click", () => setTheme(root.dataset.theme === "dark" ? "light" : "dark"));

  // Matrix: a cell shows its relations; without a choice, all open questions are shown.
  const relations = document.getElementById("relations");
  function showCell(key, { scroll = true } = {}) {
    relations.dataset.mode = key ? "cell" : "open";
    for (const button of all("button.cell")) button.setAttribute("aria-pressed", String(button.dataset.cell === key));
    for (const group of all(".relation-group", relations)) group.classList.toggle("chosen", group.dataset.cell === key);
    relations.scrollTop = 0;
    if (scroll && relations.getBoundingClientRect().top > innerHeight * 0.7) relations.scrollIntoView({ block: "start" });
  }
  if (relations) {
    for (const button of all("button.cell")) {
      button.addEventListener("click", () => showCell(button.getAttribute("aria-pressed") === "true" ? null : button.dataset.cell));
    }
    document.getElementById("open-questions").addEventListener("click", () => showCell(null));
    const scroller = document.querySelector(".split > .scroll");
    scroller.scrollLeft = scroller.scrollWidth;
  }

  // Panel: filters and sorting.
  const filters = document.getElementById("filters");
  const rows = all(".panel tbody tr");
  function applyFilters() {
    const { search, ...selects } = Object.fromEntries(new FormData(filters));
    const words = search.toLocaleLowerCase("vi").split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const kept = Object.entries(selects).every(([name, value]) => !value || row.dataset[name] === value)
        && words.every((word) => row.dataset.search.includes(word));
      row.hidden = !kept;
      shown += kept;
    }
    document.getElementById("shown").textContent = shown.toLocaleString(root.lang);
    document.getElementById("no-match").hidden = shown > 0;
  }
  function sortBy(button) {
    const header = button.closest("th");
    const ascending = header.getAttribute("aria-sort") !== "ascending";
    for (const other of all(".panel th[aria-sort]")) other.setAttribute("aria-sort", "none");
    header.setAttribute("aria-sort", ascending ? "ascending" : "descending");
    const column = button.dataset.column;
    const number = column === "value" || column === "sources";
    const key = (row) => number ? Number(row.dataset[column]) : row.querySelector(`.${column}`).innerText;
    const compare = number ? (a, b) => a - b : new Intl.Collator("vi", { numeric: true }).compare;
    const keyed = rows.map((row) => [key(row), row]);
    keyed.sort((a, b) => (ascending ? 1 : -1) * compare(a[0], b[0]));
    document.querySelector(".panel tbody").append(...keyed.map(([, row]) => row));
  }
  if (filters) {
    filters.addEventListener("input", applyFilters);
    filters.addEventListener("submit", (event) => event.preventDefault());
    filters.addEventListener("reset", () => setTimeout(applyFilters));
    for (const button of all(".sort")) button.addEventListener("click", () => sortBy(button));
  }

  // Documents: a figure in either text, its card, and the words it was read by, belong together.
  function setView(doc, view) {
    doc.dataset.view = view;
    for (const button of all(".views button", doc)) button.setAttribute("aria-pressed", String(button.dataset.view === view));
  }
  function scrollWithin(pane, element) {
    const offset = element.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollTop += offset - pane.clientHeight / 3;
  }
  function choose(doc, number) {
    for (const mark of all(".figure.chosen, .cue.on", doc)) mark.classList.remove("chosen", "on");
    if (number === null) return;
    for (const mark of all(`a.figure[data-figures~="${number}"]`, doc)) mark.classList.add("chosen");
    for (const cue of all(`.cue[data-of~="${number}"]`, doc)) cue.classList.add("on");
    for (const pane of all(".pane", doc)) {
      const mark = pane.querySelector(".figure.chosen");
      if (mark && pane.offsetParent) scrollWithin(pane, mark);
    }
  }
  function openCard(card) {
    const doc = card.closest(".document");
    for (const other of all(".card[open]", doc)) if (other !== card) other.open = false;
    card.open = true;
    choose(doc, card.dataset.number);
    scrollWithin(card.closest(".cards"), card);
  }
  for (const doc of all(".document")) {
    if (innerWidth <= 1180) setView(doc, "raw");
    for (const button of all(".views button", doc)) button.addEventListener("click", () => setView(doc, button.dataset.view));
    doc.addEventListener("click", (event) => {
      const mark = event.target.closest("a.figure");
      const summary = event.target.closest(".card > summary");
      if (mark) {
        event.preventDefault();
        const [first] = mark.dataset.figures.split(" ");
        openCard(doc.querySelector(`.card[data-number="${first}"]`));
        history.replaceState(null, "", `#figure-${doc.querySelector(`.card[data-number="${first}"]`).dataset.figure}`);
      } else if (summary) {
        event.preventDefault();
        const card = summary.parentElement;
        if (card.open) { card.open = false; choose(doc, null); } else openCard(card);
      }
    });
    const peek = (event, on) => {
      const mark = event.target.closest("a.figure");
      const card = event.target.closest(".card");
      for (const number of mark?.dataset.figures.split(" ") ?? (card ? [card.dataset.number] : [])) {
        const belonging = `a.figure[data-figures~="${number}"], .cue[data-of~="${number}"]`;
        for (const element of all(belonging, doc)) element.classList.toggle("peek", on);
      }
    };
    doc.addEventListener("pointerover", (event) => peek(event, true));
    doc.addEventListener("pointerout", (event) => peek(event, false));
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") for (const doc of all(".document[open]")) choose(doc, null);
  });

  // Anchors: what an address names is unfolded, unfiltered and brought into view.
  function reveal() {
    const target = document.querySelector(":target") ?? document.getElementById(location.hash.slice(1));
    if (!target || target === root) return;
    for (let outer = target; outer; outer = outer.parentElement) if (outer.tagName === "DETAILS" && !outer.matches(".about, .card")) outer.open = true;
    const group = target.closest(".relation-group");
    if (group) showCell(group.dataset.cell, { scroll: false });
    const doc = target.closest(".document");
    const mark = target.closest("a.figure");
    if (mark) {
      const pane = mark.closest(".pane").classList.contains("clean") ? "clean" : "raw";
      if (doc.dataset.view !== "both") setView(doc, pane);
      const id = target.id.replace(/^(figure|clean)-/, "");
      openCard(document.getElementById(`card-${id}`));
      doc.querySelector(".reader").scrollIntoView({ block: "start", behavior: "auto" });
    } else {
      if (target.matches(".card")) openCard(target);
      target.scrollIntoView({ block: "start", behavior: "auto" });
    }
    const shown = mark ?? target;
    shown.classList.remove("flash");
    requestAnimationFrame(() => shown.classList.add("flash"));
  }
  addEventListener("hashchange", reveal);
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]:not(.figure)');
    if (link && link.hash === location.hash) { event.preventDefault(); reveal(); }
  });
  reveal();

  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = all("details:not([open])");
    for (const details of unfolded) details.open = true;
  });
  addEventListener("afterprint", () => { for (const details of unfolded) details.open = false; });
})();
