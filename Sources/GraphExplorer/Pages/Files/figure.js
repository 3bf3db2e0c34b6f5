// The figure page: pan, zoom, neighbours, evidence, filters without a reload. Without this script links and the form do the same.
(function () {
  "use strict";

  var canvas = document.getElementById("canvas");
  if (!canvas) { return; }
  var drawer = document.getElementById("drawer");
  // Other pages have figures too; only on the figure's own do the filters exchange it.
  var form = document.querySelector('#filters[action="/figure"]');
  var svg = null, nodes = [], lines = [], box = null, whole = null;
  var isMotionReduced = window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  function element(name, attributes, text) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    if (text) { made.textContent = text; }
    return made;
  }

  function button(label, title, action) {
    var made = element("button", { type: "button", title: title, "aria-label": title }, label);
    made.addEventListener("click", action);
    return made;
  }

  // What the drawing is: taken anew after each exchange of the figure.

  function attach() {
    svg = canvas.querySelector("svg");
    nodes = svg ? Array.from(svg.querySelectorAll("g[data-actor]")) : [];
    lines = svg ? Array.from(svg.querySelectorAll("g[data-statements]")) : [];
    tools.hidden = !svg;
    if (!svg) { return; }
    var view = (svg.getAttribute("viewBox") || "").split(/[\s,]+/).map(Number);
    whole = view.length === 4 && view.every(isFinite) ? { x: view[0], y: view[1], width: view[2], height: view[3] } : null;
    box = whole && Object.assign({}, whole);
    lines.forEach(widen);
    svg.addEventListener("pointerover", function (event) { highlight(event.target); });
    svg.addEventListener("pointerleave", function () { highlight(null); });
    svg.addEventListener("focusin", function (event) { highlight(event.target); });
    svg.addEventListener("focusout", function () { highlight(null); });
    if (drawer) { svg.addEventListener("click", choose); }
    // 560 points, as the server has it.
    canvas.classList.toggle("small", svg.width.baseVal.value < 747);
  }

  // A box or line from any of its parts, or from the link around it, which has the focus of the keyboard.

  function part(target, kind) {
    if (!target) { return null; }
    return target.closest(kind) || (target.matches("a") ? target.querySelector(kind) : null);
  }

  function nodeOf(target) { return part(target, "g[data-actor]"); }

  function lineOf(target) { return part(target, "g[data-statements]"); }

  // Lines are thin: an unseen wide one lies over each.

  function widen(line) {
    line.querySelectorAll("path").forEach(function (path) {
      var hit = path.cloneNode();
      ["fill", "stroke", "stroke-width", "stroke-dasharray"].forEach(function (name) { hit.removeAttribute(name); });
      hit.setAttribute("class", "hit");
      line.appendChild(hit);
    });
  }

  // Neighbours: pointing at an actor or a line leaves only what touches it.

  function highlight(target) {
    var node = nodeOf(target), line = lineOf(target);
    var near = new Set();
    if (node) {
      near.add(node);
      lines.forEach(function (other) {
        if (other.dataset.subject !== node.id && other.dataset.object !== node.id) { return; }
        near.add(other);
        near.add(document.getElementById(other.dataset.subject));
        near.add(document.getElementById(other.dataset.object));
      });
    } else if (line) {
      near.add(document.getElementById(line.dataset.subject));
      near.add(document.getElementById(line.dataset.object));
      lines.forEach(function (other) { if (other.dataset.statements === line.dataset.statements) { near.add(other); } });
    }
    svg.classList.toggle("focus", near.size > 0);
    nodes.concat(lines).forEach(function (part) { part.classList.toggle("near", near.has(part)); });
  }

  // Pan and zoom: the part of the drawing that is shown.

  function show(next) {
    if (!whole) { return; }
    var least = whole.width / 16;
    var width = Math.min(Math.max(next.width, least), whole.width * 2);
    var scale = width / next.width;
    box = { x: next.x, y: next.y, width: width, height: next.height * scale };
    svg.setAttribute("viewBox", [box.x, box.y, box.width, box.height].map(function (value) { return value.toFixed(2); }).join(" "));
  }

  function zoom(factor, clientX, clientY) {
    if (!box) { return; }
    var at = svg.getBoundingClientRect();
    var x = clientX === undefined ? 0.5 : (clientX - at.left) / at.width;
    var y = clientY === undefined ? 0.5 : (clientY - at.top) / at.height;
    show({
      x: box.x + box.width * x * (1 - factor), y: box.y + box.height * y * (1 - factor),
      width: box.width * factor, height: box.height * factor
    });
  }

  function pan(right, down) {
    if (box) { show({ x: box.x + box.width * right, y: box.y + box.height * down, width: box.width, height: box.height }); }
  }

  function fit() { if (whole) { show(whole); } }

  canvas.addEventListener("wheel", function (event) {
    // The wheel alone scrolls the page, as everywhere; with Ctrl, and on touch pads by pinching, it zooms.
    if (!event.ctrlKey && !event.metaKey) { return; }
    event.preventDefault();
    zoom(Math.exp(event.deltaY / 300), event.clientX, event.clientY);
  }, { passive: false });

  var drag = null;
  canvas.addEventListener("pointerdown", function (event) {
    if (event.button !== 0 || !svg || !box) { return; }
    drag = { x: event.clientX, y: event.clientY, box: box, pointer: event.pointerId, isMoved: false };
  });
  window.addEventListener("pointermove", function (event) {
    if (!drag || event.pointerId !== drag.pointer) { return; }
    var right = event.clientX - drag.x, down = event.clientY - drag.y;
    if (!drag.isMoved && Math.abs(right) + Math.abs(down) < 6) { return; }
    if (event.pointerType === "touch" && box.width >= whole.width) { return; }
    drag.isMoved = true;
    canvas.classList.add("dragged");
    var at = svg.getBoundingClientRect();
    show({ x: drag.box.x - right / at.width * drag.box.width, y: drag.box.y - down / at.height * drag.box.height,
      width: drag.box.width, height: drag.box.height });
  });
  window.addEventListener("pointerup", function () {
    canvas.classList.remove("dragged");
    // The click that ends a drag chooses nothing: it comes right after this.
    if (drag && drag.isMoved) { setTimeout(function () { drag = null; }, 0); } else { drag = null; }
  });
  canvas.addEventListener("dragstart", function (event) { event.preventDefault(); });

  canvas.setAttribute("aria-describedby", "figure-keys");
  canvas.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    var action = {
      "+": function () { zoom(0.8); }, "=": function () { zoom(0.8); }, "-": function () { zoom(1.25); }, "0": fit,
      ArrowLeft: function () { pan(-0.1, 0); }, ArrowRight: function () { pan(0.1, 0); },
      ArrowUp: function () { pan(0, -0.1); }, ArrowDown: function () { pan(0, 0.1); }
    }[event.key];
    if (action) { event.preventDefault(); action(); }
  });

  var tools = element("div", { class: "tools", role: "toolbar", "aria-label": "Figure" });
  tools.append(
    button("+", "Zoom in", function () { zoom(0.8); }), button("\u2212", "Zoom out", function () { zoom(1.25); }),
    button("Fit", "Show all of the figure", fit));
  canvas.before(tools);
  tools.append(element("span", { id: "figure-keys", class: "unseen" }, "Plus and minus zoom, arrow keys move, 0 shows all of it"));
  var announcement = element("p", { class: "announcement", role: "status", "aria-live": "polite" });
  tools.append(announcement);

  // Choosing: an actor offers what can be done with it, a line opens its sentences.

  function choose(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    if (drag && drag.isMoved) { event.preventDefault(); return; }
    var node = nodeOf(event.target), line = lineOf(event.target);
    if (!node && !line) { return; }
    event.preventDefault();
    if (node) { openActor(node); } else { openEvidence(line); }
  }

  function name(node) {
    var title = node.querySelector("title");
    return (title ? title.textContent : node.dataset.actor).split("\n")[0];
  }

  function openActor(node) {
    var id = node.dataset.actor, content = element("div");
    content.append(element("h2", {}, name(node)));
    var list = element("ul", { class: "actions" });
    [
      ["Show its page", "/actor?id=" + encodeURIComponent(id), null],
      ["Put it in the middle", null, function (view) { view.set("around", id); view.delete("expand"); }],
      ["Add its surroundings", null, function (view) {
        if (!view.get("around")) { view.set("around", id); } else { view.append("expand", id); }
      }],
      ["How is it linked to another?", "/path?from=" + encodeURIComponent(id), null]
    ].forEach(function (entry) {
      var link = element("a", { href: entry[1] || address(entry[2]) }, entry[0]);
      var item = element("li");
      item.append(link);
      list.append(item);
    });
    content.append(list);
    openDrawer(content, node);
    var all = new Set();
    lines.forEach(function (line) {
      if (line.dataset.subject === node.id || line.dataset.object === node.id) {
        statementsOf(line).forEach(function (statement) { all.add(statement); });
      }
    });
    addEvidence(content, Array.from(all));
  }

  function statementsOf(line) { return line.dataset.statements.split(" ").map(decodeURIComponent); }

  function openEvidence(line) {
    var content = element("div");
    openDrawer(content, line);
    addEvidence(content, statementsOf(line));
  }

  var most = 40;

  function addEvidence(content, statements) {
    var place = element("div", { "aria-live": "polite", "aria-busy": "true" }, "Reading the sentences \u2026");
    var query = statements.slice(0, most).map(function (id) { return "id=" + encodeURIComponent(id); }).join("&");
    content.append(place);
    fetch("/statement?" + query + "&part=evidence").then(function (answer) {
      if (!answer.ok) { throw new Error(answer.statusText); }
      return answer.text();
    }).then(function (text) {
      // From this server's own templates, which escape all that comes from texts.
      place.innerHTML = text;
      if (statements.length > most) {
        place.append(element("p", { class: "note" }, "and " + (statements.length - most) + " more, on the pages of these actors"));
      }
      place.setAttribute("aria-busy", "false");
    }).catch(function () {
      place.textContent = "The sentences could not be read: the server does not answer. Try again.";
    });
  }

  var opener = null;

  function openDrawer(content, from) {
    var close = button("Close", "Close (Escape)", closeDrawer);
    close.className = "close";
    drawer.replaceChildren(close, content);
    drawer.hidden = false;
    opener = from && from.closest("a");
    close.focus({ preventScroll: true });
  }

  function closeDrawer() {
    if (!drawer || drawer.hidden) { return; }
    drawer.hidden = true;
    drawer.replaceChildren();
    if (opener && opener.isConnected) { opener.focus({ preventScroll: true }); } else { canvas.focus({ preventScroll: true }); }
  }

  document.addEventListener("keydown", function (event) { if (event.key === "Escape") { closeDrawer(); } });

  // The view: the address holds it; filters and choices exchange the figure for the one of the new address.

  function current() { return new URLSearchParams(form ? window.location.search : canvas.dataset.query || ""); }

  function address(change) {
    var view = current();
    if (change) { change(view); }
    view.delete("part");
    return "/figure?" + view.toString();
  }

  function put(text) {
    var parts = element("template");
    parts.innerHTML = text;
    ["notes", "words"].forEach(function (name) { exchange(parts.content, name); });
    canvas.replaceChildren(parts.content);
    canvas.setAttribute("aria-busy", "false");
    attach();
  }

  // A page that does not wait for its figure says where it is.

  function fetchPart() {
    canvas.setAttribute("aria-busy", "true");
    canvas.textContent = "Drawing \u2026";
    fetch(canvas.dataset.part).then(function (answer) {
      if (!answer.ok) { throw new Error(answer.statusText); }
      return answer.text();
    }).then(put).catch(function () {
      canvas.setAttribute("aria-busy", "false");
      canvas.textContent = "The figure could not be drawn. ";
      canvas.append(element("a", { href: canvas.dataset.address }, "Open it on its own page"));
    });
  }

  var request = null;

  function load(view, isNew) {
    if (request) { request.abort(); }
    request = new AbortController();
    view.delete("part");
    var target = "/figure?" + view.toString();
    view.set("part", "figure");
    canvas.setAttribute("aria-busy", "true");
    return fetch("/figure?" + view.toString(), { signal: request.signal }).then(function (answer) {
      return answer.text().then(function (text) {
        if (!answer.ok) { window.location.assign(target); return; }
        put(text);
        window.history[isNew ? "pushState" : "replaceState"](null, "", target);
        write(new URL(target, window.location.href).searchParams);
        announcement.textContent = lines.length ? nodes.length + " actors, " + shownLines() + " lines" : "nothing passes";
        document.querySelectorAll("#downloads a, .exports a").forEach(function (link) {
          var url = new URL(link.href), format = url.searchParams.get("format");
          url.search = target.slice("/figure".length);
          if (format) { url.searchParams.set("format", format); }
          link.href = url.pathname + url.search;
        });
      });
    }).catch(function (error) {
      if (error.name !== "AbortError") {
        canvas.setAttribute("aria-busy", "false");
        announcement.textContent = "The server does not answer; the figure is as it was.";
      }
    });
  }

  // What stands beside the figure comes with it.
  function exchange(content, name) {
    var part = content.querySelector('template[data-part="' + name + '"]');
    var place = document.getElementById("figure-" + name);
    if (part) { part.remove(); }
    if (place) { place.replaceChildren(part ? part.content : ""); }
  }

  function shownLines() { return new Set(lines.map(function (line) { return line.dataset.statements; })).size; }

  function read() {
    var view = new URLSearchParams();
    new FormData(form).forEach(function (value, key) { if (value) { view.append(key, value); } });
    current().getAll("expand").forEach(function (id) { if (!view.getAll("expand").includes(id)) { view.append("expand", id); } });
    return view;
  }

  function write(view) {
    if (!form) { return; }
    Array.from(form.elements).forEach(function (field) {
      if (!field.name || field.type === "submit") { return; }
      if (field.type === "checkbox" || field.type === "radio") { field.checked = view.getAll(field.name).includes(field.value); return; }
      if (field.tagName === "SELECT" && field.multiple) {
        Array.from(field.options).forEach(function (option) { option.selected = view.getAll(field.name).includes(option.value); });
        return;
      }
      field.value = view.get(field.name) || (field.dataset.usual || "");
    });
    if (slider) { slider.take(); }
  }

  var wait = null;

  if (form) {
    form.addEventListener("submit", function (event) { event.preventDefault(); load(read(), true); });
    form.addEventListener("change", function (event) {
      if (event.target.type !== "range") { load(read(), true); }
    });
  }

  if (form) { window.addEventListener("popstate", function () { load(current(), false); }); }

  // The time slider: two handles over the days of the graph, for the fields `since` and `until`.

  var slider = form && makeSlider();

  function makeSlider() {
    var place = document.getElementById("dates");
    var first = days(place && place.dataset.first), last = days(place && place.dataset.last);
    if (first === null || last === null || last <= first) { return null; }
    var slide = element("div", { class: "slider", role: "group", "aria-label": "Time" });
    var handles = ["since", "until"].map(function (field) {
      var handle = element("input", {
        type: "range", min: first, max: last, step: "1", "aria-label": field === "since" ? "First day" : "Last day"
      });
      handle.addEventListener("input", function () {
        var low = Math.min(Number(handles[0].value), Number(handles[1].value));
        var high = Math.max(Number(handles[0].value), Number(handles[1].value));
        form.elements.since.value = low === first ? "" : text(low);
        form.elements.until.value = high === last ? "" : text(high);
        describe();
        clearTimeout(wait);
        wait = setTimeout(function () { load(read(), false); }, 180);
      });
      return handle;
    });
    var label = element("output", { class: "slider-days" });
    slide.append(handles[0], handles[1], label);
    place.after(slide);

    function describe() {
      var low = form.elements.since.value || text(first), high = form.elements.until.value || text(last);
      label.textContent = low + " \u2013 " + high;
      handles.forEach(function (handle) { handle.setAttribute("aria-valuetext", text(Number(handle.value))); });
    }

    function take() {
      var low = days(form.elements.since.value), high = days(form.elements.until.value);
      handles[0].value = low === null ? first : low;
      handles[1].value = high === null ? last : high;
      describe();
    }

    take();
    return { take: take };
  }

  function days(date) {
    var parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date || "");
    return parts ? Math.round(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / 86400000) : null;
  }

  function text(day) { return new Date(day * 86400000).toISOString().slice(0, 10); }

  if (!isMotionReduced) { canvas.classList.add("moving"); }
  attach();
  if (canvas.dataset.part) { fetchPart(); }
})();
