(function () {
  "use strict";
  var table = document.getElementById("articles");
  var body = table.tBodies[0];
  var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
  heads.forEach(function (head, column) {
    head.querySelector("button").addEventListener("click", function () {
      var up = head.getAttribute("aria-sort") !== "ascending";
      heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      var rows = Array.prototype.slice.call(body.rows);
      rows.sort(function (one, other) {
        var left = one.cells[column].textContent.trim(), right = other.cells[column].textContent.trim();
        var order = column === 0 ? left.localeCompare(right) : (left === "" ? Infinity : Number(left)) - (right === "" ? Infinity : Number(right));
        return up ? order : -order;
      });
      rows.forEach(function (row) { body.appendChild(row); });
    });
  });
})();
