(function () {
  "use strict";

  var entries = Array.from(document.querySelectorAll("[data-statement]"));
  var rows = Array.from(document.querySelectorAll("[data-entries]"));
  var groups = Array.from(document.querySelectorAll("[data-group]")).reverse();
  var svg = document.querySelector(".canvas svg");
  var nodes = svg ? Array.from(svg.querySelectorAll("g[data-actor]")) : [];
  var lines = svg ? Array.from(svg.querySelectorAll("g[data-statements]")) : [];
  var byId = new Map(entries.map(function (entry) { return [entry.dataset.statement, entry]; }));
  var byNumber = new Map(entries.map(function (entry) { return [entry.dataset.number, entry]; }));

  function words(text) { return text ? text.split(" ") : []; }
  function entriesOf(line) {
    return words(line.dataset.statements).map(function (id) { return byId.get(decodeURIComponent(id)); }).filter(Boolean);
  }

  // Filter: by class, status and days. What has nothing left to say is hidden, lines of the diagram fade.

  var form = document.getElementById("filters");
  var result = document.getElementById("filter-result");

  function chosen(name) {
    return new Set(Array.from(form.querySelectorAll('input[name="' + name + '"]:checked')).map(function (box) { return box.value; }));
  }

  function applyFilter() {
    var classes = chosen("class"), statuses = chosen("status");
    var since = form.elements.since.value, until = form.elements.until.value;
    var isEverything = !classes.size && !statuses.size && !since && !until;
    function passes(entry) {
      var data = entry.dataset;
      if (classes.size && !classes.has(data.class)) { return false; }
      if (statuses.size && !statuses.has(data.status)) { return false; }
      if ((since || until) && !data.start) { return false; }
      return (!since || data.end >= since) && (!until || data.start <= until);
    }
    var count = 0;
    entries.forEach(function (entry) {
      entry.hidden = !passes(entry);
      if (!entry.hidden) { count += 1; }
    });
    rows.forEach(function (row) {
      row.hidden = !isEverything && !words(row.dataset.entries).some(function (number) {
        var entry = byNumber.get(number);
        return entry && !entry.hidden;
      });
    });
    groups.forEach(function (group) {
      group.hidden = !isEverything && !group.querySelector("[data-entries]:not([hidden]), [data-statement]:not([hidden])");
    });
    var reached = new Set();
    lines.forEach(function (line) {
      var isOn = isEverything || entriesOf(line).some(function (entry) { return !entry.hidden; });
      line.classList.toggle("off", !isOn);
      if (isOn) { reached.add(line.dataset.subject); reached.add(line.dataset.object); }
    });
    nodes.forEach(function (node) { node.classList.toggle("off", !isEverything && !reached.has(node.id)); });
    result.textContent = isEverything
      ? entries.length + " statements" : count + " of " + entries.length + " statements";
  }

  if (form && entries.length) {
    form.hidden = false;
    form.addEventListener("input", applyFilter);
    form.addEventListener("reset", function () { setTimeout(applyFilter, 0); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    // Browsers keep what was chosen when a page is loaded again.
    applyFilter();
  }

  if (!svg) { return; }

  // Neighbours: pointing at an actor or a line leaves only what touches it.

  function highlight(target) {
    var near = new Set();
    var node = target && target.closest("g[data-actor]");
    var line = target && target.closest("g[data-statements]");
    lines.forEach(function (other) {
      var ends = [other.dataset.subject, other.dataset.object];
      var isNear = node ? ends.includes(node.id)
        : Boolean(line) && ends[0] === line.dataset.subject && ends[1] === line.dataset.object;
      other.classList.toggle("near", isNear);
      if (isNear) { ends.forEach(function (end) { near.add(end); }); }
    });
    if (node) { near.add(node.id); }
    nodes.forEach(function (other) { other.classList.toggle("near", near.has(other.id)); });
    svg.classList.toggle("focus", Boolean(node || line));
  }

  svg.addEventListener("pointerover", function (event) { highlight(event.target); });
  svg.addEventListener("pointerleave", function () { highlight(null); });
  svg.addEventListener("focusin", function (event) { highlight(event.target.querySelector("g[data-actor], g[data-statements]") || event.target); });
  svg.addEventListener("focusout", function () { highlight(null); });

  // Lines are thin: an unseen wide one lies over each.
  lines.forEach(function (line) {
    line.querySelectorAll("path").forEach(function (path) {
      var hit = path.cloneNode();
      ["fill", "stroke", "stroke-width", "stroke-dasharray"].forEach(function (name) { hit.removeAttribute(name); });
      hit.setAttribute("class", "hit");
      line.appendChild(hit);
    });
  });

  // Sentences: choosing a line shows copies of its statements below the diagram.

  var reading = document.getElementById("reading");
  var content = document.getElementById("reading-content");
  var heading = document.getElementById("reading-title");
  var opener = null;
  if (!reading || !content || !heading) { return; }

  function open(line) {
    var found = entriesOf(line);
    if (!found.length) { return false; }
    content.textContent = "";
    found.forEach(function (entry) {
      var copy = entry.cloneNode(true);
      // The copy is no second place of that name.
      copy.removeAttribute("id");
      Object.keys(copy.dataset).forEach(function (name) { delete copy.dataset[name]; });
      copy.hidden = false;
      content.appendChild(copy);
    });
    heading.textContent = found.length === 1 ? "The sentence behind this line" : "The " + found.length + " sentences behind this line";
    reading.hidden = false;
    reading.focus();
    reading.scrollIntoView({ block: "nearest" });
    return true;
  }

  function close() {
    reading.hidden = true;
    if (opener) { opener.focus(); }
  }

  svg.addEventListener("click", function (event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    var line = event.target.closest("g[data-statements]") || (event.target.matches("a") && event.target.querySelector("g[data-statements]"));
    if (line && open(line)) {
      opener = document.activeElement === reading ? line.closest("a") : document.activeElement;
      event.preventDefault();
    }
  });
  document.getElementById("reading-close").addEventListener("click", close);
  reading.addEventListener("keydown", function (event) { if (event.key === "Escape") { close(); } });
}());
