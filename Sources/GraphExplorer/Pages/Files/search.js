"use strict";
// Search as you type: a combobox with a list (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/), over forms that work without it.
(function () {
  var number = 0;

  function combobox(input) {
    var isPicker = input.dataset.suggestOnly === "actors";
    var id = "suggestions-" + (number += 1);
    var list = document.createElement("ul");
    list.id = id;
    list.className = "suggestions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Suggestions");
    input.parentNode.insertBefore(list, input.nextSibling);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", id);
    var timer = 0, request = null, asked = "";

    function options() { return Array.from(list.querySelectorAll('[role="option"]')); }
    function current() { return list.querySelector('[aria-selected="true"]'); }

    function close() {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function select(option) {
      options().forEach(function (other) { other.setAttribute("aria-selected", String(other === option)); });
      if (!option) { input.removeAttribute("aria-activedescendant"); return; }
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }

    function take(option) {
      close();
      if (isPicker && option.dataset.actor) {
        input.value = option.dataset.actor;
        input.dispatchEvent(new Event("change", { bubbles: true }));
      } else if (option.dataset.address) {
        window.location.assign(option.dataset.address);
      }
    }

    function show(html) {
      list.innerHTML = html;
      options().forEach(function (option, place) {
        option.id = id + "-" + place;
        option.setAttribute("aria-selected", "false");
        if (isPicker && !option.dataset.actor) { option.remove(); }
      });
      var isOpen = options().length > 0 && document.activeElement === input;
      list.hidden = !isOpen;
      input.setAttribute("aria-expanded", String(isOpen));
      input.removeAttribute("aria-activedescendant");
    }

    function ask() {
      var text = input.value.trim();
      if (text === asked) { return; }
      asked = text;
      if (request) { request.abort(); }
      if (text.length < 2) { show(""); return; }
      request = new AbortController();
      fetch(input.dataset.suggest + "?q=" + encodeURIComponent(text), { signal: request.signal, credentials: "same-origin" })
        .then(function (response) { return response.ok ? response.text() : ""; })
        .then(show)
        .catch(function (error) { if (error.name !== "AbortError") { close(); } });
    }

    input.addEventListener("input", function () {
      clearTimeout(timer);
      timer = setTimeout(ask, 90);
    });
    input.addEventListener("keydown", function (event) {
      var all = options(), place = all.indexOf(current());
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (!all.length) { return; }
        event.preventDefault();
        list.hidden = false;
        input.setAttribute("aria-expanded", "true");
        var step = event.key === "ArrowDown" ? 1 : -1;
        var next = place < 0 && step < 0 ? all.length - 1 : place + step;
        select(next < 0 || next >= all.length ? null : all[next]);
      } else if (event.key === "Enter" && !list.hidden && current()) {
        event.preventDefault();
        take(current());
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      }
    });
    input.addEventListener("focus", function () { if (options().length) { asked = ""; ask(); } });
    input.addEventListener("blur", function () { setTimeout(close, 150); });
    list.addEventListener("pointerdown", function (event) { event.preventDefault(); });
    list.addEventListener("click", function (event) {
      var option = event.target.closest('[role="option"]');
      if (option) { take(option); }
    });
  }

  document.querySelectorAll("input[data-suggest]").forEach(combobox);

  // A slash leads to the search box, as on many sites; Control and Return send a query.
  document.addEventListener("keydown", function (event) {
    if (event.target.closest("input, textarea, select")) {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches("textarea")) { event.target.form.requestSubmit(); }
      return;
    }
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      document.getElementById("find").focus();
    }
  });

  // Files may be dropped on the form for articles.
  var drop = document.querySelector(".drop");
  var file = drop && drop.querySelector('input[type="file"]');
  if (file) {
    ["dragover", "dragenter"].forEach(function (name) {
      drop.addEventListener(name, function (event) { event.preventDefault(); drop.classList.add("over"); });
    });
    drop.addEventListener("dragleave", function () { drop.classList.remove("over"); });
    drop.addEventListener("drop", function (event) {
      event.preventDefault();
      drop.classList.remove("over");
      if (event.dataTransfer.files.length) { file.files = event.dataTransfer.files; }
    });
  }
}());
