"use strict";
(() => {
  document.documentElement.classList.add("js");
  const table = document.getElementById("articles");
  const heads = [...table.tHead.rows[0].cells];
  const words = new Set(["article", "gate"]);
  const cellOf = (row, column) => row.cells[column].textContent.trim();

  function sort(head, column) {
    const text = words.has(head.textContent.trim());
    // Figures: the highest first. Names: from A. An empty cell stands last either way.
    const first = text ? "ascending" : "descending";
    const next = first === "ascending" ? "descending" : "ascending";
    const order = head.getAttribute("aria-sort") === first ? next : first;
    heads.forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", order);
    const sign = order === "ascending" ? 1 : -1;
    const rows = [...table.tBodies[0].rows];
    rows.sort((one, other) => {
      const left = cellOf(one, column), right = cellOf(other, column);
      if (!left || !right) { return (left ? 0 : 1) - (right ? 0 : 1); }
      return sign * (text ? left.localeCompare(right, undefined, { numeric: true }) : Number(left) - Number(right));
    });
    rows.forEach((row) => table.tBodies[0].appendChild(row));
  }

  heads.forEach((head, column) => head.querySelector("button").addEventListener("click", () => sort(head, column)));
})();
