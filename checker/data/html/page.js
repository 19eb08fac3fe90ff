(function () {
  "use strict";
  document.documentElement.classList.add("js");
  var rows = JSON.parse(document.getElementById("data").textContent);
  var cards = Array.prototype.slice.call(document.querySelectorAll(".finding"));
  var form = document.getElementById("filters");
  var current = -1;
  var families = {};
  rows.forEach(function (row) { families[row.code.slice(0, 3)] = (families[row.code.slice(0, 3)] || 0) + 1; });
  Object.keys(families).sort().forEach(function (name) {
    var option = document.createElement("option");
    option.value = name;
    option.textContent = name + " (" + families[name] + ")";
    document.getElementById("family").appendChild(option);
  });

  function shown() { return cards.filter(function (card) { return !card.hidden; }); }

  function marksOf(card) {
    var section = card.closest(".beads");
    var place = card.dataset.place;
    return Array.prototype.filter.call(section.querySelectorAll("mark"), function (mark) {
      return mark.dataset.places.split(" ").indexOf(place) >= 0;
    });
  }

  function filter() {
    var on = {};
    form.querySelectorAll("[name=severity]").forEach(function (box) { on[box.value] = box.checked; });
    var family = form.elements.family.value;
    var least = Number(form.elements.confidence.value) / 100;
    var text = form.elements.text.value.trim().toLowerCase();
    cards.forEach(function (card) {
      var row = card.closest(".bead") || card;
      card.hidden = !on[card.dataset.severity] || (family && card.dataset.family !== family) ||
        Number(card.dataset.confidence) < least || (text && row.textContent.toLowerCase().indexOf(text) < 0);
      marksOf(card).forEach(function (mark) {
        var visible = mark.dataset.places.split(" ").some(function (place) {
          var other = card.closest(".beads").querySelector('.finding[data-place="' + place + '"]');
          return other && !other.hidden;
        });
        mark.style.background = visible ? "" : "none";
        mark.style.textDecoration = visible ? "" : "none";
      });
    });
    document.querySelectorAll(".bead").forEach(function (bead) {
      var has = bead.querySelector(".finding:not([hidden])");
      var matches = text && bead.textContent.toLowerCase().indexOf(text) >= 0;
      bead.hidden = form.elements.only.checked && !has || Boolean(text) && !matches;
    });
    count();
  }

  function count() {
    var judged = cards.filter(function (card) { return card.querySelector("input[type=radio]:checked"); }).length;
    document.getElementById("count").textContent =
      shown().length + " of " + cards.length + " findings shown, " + judged + " judged";
  }

  function go(step) {
    var list = shown();
    if (!list.length) { return; }
    var place = list.indexOf(cards[current]);
    place = place < 0 ? (step > 0 ? 0 : list.length - 1) : (place + step + list.length) % list.length;
    select(list[place], true);
  }

  function select(card, move) {
    cards.forEach(function (other) { other.classList.toggle("current", other === card); });
    document.querySelectorAll("mark.on").forEach(function (mark) { mark.classList.remove("on"); });
    marksOf(card).forEach(function (mark) { mark.classList.add("on"); });
    current = cards.indexOf(card);
    if (move) {
      card.focus({ preventScroll: true });
      (card.closest(".bead") || card).scrollIntoView({ block: "center" });
    }
  }

  function judge(verdict) {
    if (current < 0) { return; }
    var box = cards[current].querySelector('input[value="' + verdict + '"]');
    box.checked = !box.checked;
    count();
  }

  var COLUMNS = ["article", "fingerprint", "code", "rule", "category", "severity", "confidence", "line", "column", "start",
    "end", "excerpt", "bead", "source_start", "source_end", "source_excerpt", "message", "suggestion", "verdict", "comment"];

  function cell(value) {
    var text = value === null || value === undefined ? "" : String(value);
    if (typeof value === "string" && /^[=+\-@\t\r]/.test(text)) { text = "'" + text; }
    return /[",\n\r]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }

  function table() {
    var lines = [COLUMNS.join(",")];
    rows.forEach(function (row, place) {
      var card = cards.filter(function (card) {
        return card.dataset.fingerprint === row.fingerprint && card.closest(".beads").getAttribute("aria-label") === row.article;
      })[0];
      var chosen = card && card.querySelector("input[type=radio]:checked");
      var values = Object.assign({}, row, {
        confidence: row.confidence.toFixed(2),
        source_start: row.source ? row.source.start : null,
        source_end: row.source ? row.source.end : null,
        source_excerpt: row.source ? row.source.excerpt : "",
        verdict: chosen ? chosen.value : "",
        comment: card ? card.querySelector("input[type=text]").value : ""
      });
      lines.push(COLUMNS.map(function (name) { return cell(values[name]); }).join(","));
    });
    return "\ufeff" + lines.join("\n") + "\n";
  }

  function save() {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([table()], { type: "text/csv;charset=utf-8" }));
    link.download = (rows.length ? rows[0].article : "article") + ".findings.csv";
    document.body.appendChild(link);
    link.click();
    link.remove();
  }

  form.addEventListener("input", filter);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  document.getElementById("next").addEventListener("click", function () { go(1); });
  document.getElementById("previous").addEventListener("click", function () { go(-1); });
  document.getElementById("save").addEventListener("click", save);
  document.querySelectorAll(".verdict").forEach(function (set) { set.addEventListener("change", count); });
  document.querySelectorAll(".beads").forEach(function (section) {
    section.addEventListener("click", function (event) {
      var mark = event.target.closest("mark");
      var card = mark ? section.querySelector('.finding[data-place="' + mark.dataset.places.split(" ")[0] + '"]') :
        event.target.closest(".finding");
      if (card) { select(card, Boolean(mark)); }
    });
  });
  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "radio" && event.target.type !== "checkbox";
    if (typing || event.ctrlKey || event.metaKey || event.altKey) { return; }
    var action = { j: function () { go(1); }, k: function () { go(-1); }, a: function () { judge("accept"); },
      r: function () { judge("reject"); }, f: function () { judge("fixed"); },
      "/": function () { form.elements.text.focus(); } }[event.key];
    if (action) { event.preventDefault(); action(); }
  });
  window.checkerTable = table;
  filter();
})();
