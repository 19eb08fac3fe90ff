"use strict";
(() => {
  document.documentElement.classList.add("js");
  const saved = JSON.parse(document.getElementById("data").textContent);
  const form = document.getElementById("filters");
  const sections = [...document.querySelectorAll(".beads")];
  const columnOf = (name) => saved.columns.indexOf(name);
  const VERDICT = columnOf("verdict"), COMMENT = columnOf("comment");

  // A card, its marks on both sides, its sentence and its row of findings.csv, looked up once.
  const cards = [];
  sections.forEach((section, article) => {
    const own = new Map();
    section.querySelectorAll(".finding").forEach((node) => {
      const card = { node, marks: [], bead: node.closest(".bead"), row: saved.rows[article][Number(node.dataset.place)],
        comment: node.querySelector("input[type=text]"), order: [article, Number(node.dataset.place)] };
      own.set(node.dataset.place, card);
      node.checkerCard = card;
      cards.push(card);
    });
    section.querySelectorAll("mark").forEach((mark) => {
      mark.checkerCards = mark.dataset.places.split(" ").map((place) => own.get(place));
      mark.checkerCards.forEach((card) => card.marks.push(mark));
    });
  });
  const beads = [...document.querySelectorAll(".bead")].map((node) => ({ node, text: node.textContent.toLowerCase(),
    cards: [...node.querySelectorAll(".finding")].map((card) => card.checkerCard) }));
  const bars = new Map([...document.querySelectorAll(".strip a")].map((bar) => [bar.hash.slice(1), bar]));
  let current = null, unsaved = false;

  const shown = () => cards.filter((card) => !card.node.hidden);
  const judged = () => cards.filter((card) => card.node.dataset.verdict || card.comment.value);

  function filter() {
    const on = new Set([...form.querySelectorAll("[name=severity]:checked")].map((box) => box.value));
    const family = form.elements.family.value;
    const least = Number(form.elements.confidence.value) / 100;
    const text = form.elements.text.value.trim().toLowerCase();
    const only = form.elements.only.checked;
    const keeps = (data) => on.has(data.severity) && (!family || data.family === family) && Number(data.confidence) >= least;
    cards.forEach((card) => { card.node.hidden = !keeps(card.node.dataset); });
    beads.forEach((bead) => {
      const found = !text || bead.text.includes(text);
      if (!found) { bead.cards.forEach((card) => { card.node.hidden = true; }); }
      bead.node.hidden = !found || (only && bead.cards.every((card) => card.node.hidden));
    });
    document.querySelectorAll("mark").forEach((mark) => {
      mark.classList.toggle("off", mark.checkerCards.every((card) => card.node.hidden));
    });
    if (current && current.node.hidden) { select(null); }
    count();
  }

  function count() {
    const list = shown(), done = judged().length, place = list.indexOf(current);
    const of = list.length === cards.length ? `${cards.length}` : `${list.length} of ${cards.length}`;
    document.getElementById("count").textContent = place < 0 ? `${of} finding${cards.length === 1 ? "" : "s"}` : `${place + 1} / ${of}`;
    document.getElementById("save").textContent = done ? `Save ${done} verdict${done === 1 ? "" : "s"}` : "Save verdicts";
    document.getElementById("next").disabled = document.getElementById("previous").disabled = !list.length;
  }

  function select(card) {
    if (current) {
      current.node.classList.remove("current");
      current.marks.forEach((mark) => mark.classList.remove("on"));
      if (current.bead) { bars.get(current.bead.id).classList.remove("here"); }
    }
    current = card;
    if (card) {
      card.node.classList.add("current");
      card.marks.forEach((mark) => mark.classList.add("on"));
      if (card.bead) { bars.get(card.bead.id).classList.add("here"); }
    }
    count();
  }

  function show(card) {
    select(card);
    card.node.focus({ preventScroll: true });
    const far = card.node.offsetHeight > window.innerHeight / 2 ? "start" : "center";
    card.node.scrollIntoView({ block: far });
  }

  function go(step) {
    const list = shown();
    if (!list.length) { return; }
    const place = list.indexOf(current);
    show(list[place < 0 ? (step > 0 ? 0 : list.length - 1) : (place + step + list.length) % list.length]);
  }

  function judge(card, verdict) {
    const chosen = card.node.dataset.verdict === verdict ? "" : verdict;
    card.node.dataset.verdict = chosen;
    card.node.querySelectorAll(".verdict button").forEach((button) => {
      button.setAttribute("aria-pressed", String(button.value === chosen));
    });
    unsaved = true;
    count();
  }

  // The rules of a report CSV: what a spreadsheet would take for a formula gets an apostrophe.
  const safe = (text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
  const quoted = (text) => (/[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

  function table() {
    const lines = [saved.columns];
    const byRow = (one, other) => one.order[0] - other.order[0] || one.order[1] - other.order[1];
    cards.slice().sort(byRow).forEach((card) => {
      const row = card.row.slice();
      row[VERDICT] = card.node.dataset.verdict;
      row[COMMENT] = safe(card.comment.value);
      lines.push(row);
    });
    saved.silent.forEach(([article, fingerprint, verdict, comment]) => {
      const row = saved.columns.map(() => "");
      row[columnOf("article")] = safe(article);
      row[columnOf("fingerprint")] = fingerprint;
      row[VERDICT] = verdict;
      row[COMMENT] = safe(comment);
      lines.push(row);
    });
    return `\ufeff${lines.map((line) => line.map(quoted).join(",")).join("\n")}\n`;
  }

  function save() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([table()], { type: "text/csv;charset=utf-8" }));
    link.download = sections.length === 1 ? `${sections[0].getAttribute("aria-label")}.findings.csv` : "findings.csv";
    document.body.appendChild(link);
    link.click();
    link.remove();
    unsaved = false;
  }

  ["input", "change"].forEach((name) => form.addEventListener(name, filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("next").addEventListener("click", () => go(1));
  document.getElementById("previous").addEventListener("click", () => go(-1));
  document.getElementById("save").addEventListener("click", save);
  document.getElementById("text").addEventListener("input", () => { unsaved = true; count(); });
  document.getElementById("text").addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    const node = event.target.closest(".finding");
    if (mark) {
      // A second click on words with several findings goes on to the next of them.
      const list = mark.checkerCards.filter((card) => !card.node.hidden);
      if (list.length) { show(list[(list.indexOf(current) + 1) % list.length]); }
    } else if (node) {
      select(node.checkerCard);
      const button = event.target.closest(".verdict button");
      if (button) { judge(node.checkerCard, button.value); }
    }
  });
  document.getElementById("text").addEventListener("focusin", (event) => {
    const node = event.target.closest(".finding");
    if (node && node.checkerCard !== current) { select(node.checkerCard); }
  });
  document.addEventListener("keydown", (event) => {
    const target = event.target;
    const typing = target.tagName === "SELECT" || (target.tagName === "INPUT" && target.type !== "checkbox");
    if (typing && event.key === "Escape") { target.blur(); }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) { return; }
    const on = (work) => () => { if (current) { work(current); } };
    const action = { j: () => go(1), k: () => go(-1), a: on((card) => judge(card, "accept")),
      r: on((card) => judge(card, "reject")), f: on((card) => judge(card, "fixed")),
      c: on((card) => card.comment.focus()), "/": () => form.elements.text.focus() }[event.key];
    if (action) { event.preventDefault(); action(); }
  });
  window.addEventListener("beforeunload", (event) => { if (unsaved) { event.preventDefault(); } });
  window.checkerTable = table;
  filter();
})();
