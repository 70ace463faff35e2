// Controls of the page. Without this script all content stands and can be read; with it, it can be filtered and searched.
"use strict";
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const words = document.body.dataset;
  const tools = $("#tools"), rows = $("#rows"), state = $("#state");
  if (!tools || !rows) return;
  const all = $$(".row", rows), paragraphs = all.filter((row) => row.dataset.r);
  const fields = tools.elements;
  const say = (text, n) => text.replace("{n}", n);

  // sections to choose from: the outermost headings, in the order in which they stand
  const seen = new Set();
  for (const row of all) {
    const key = row.dataset.sec;
    if (!key || seen.has(key)) continue;
    seen.add(key);
    const title = $(".side.new .t", row) || $(".side.old .t", row);
    if (title) fields.sec.append(new Option(title.textContent, key));
  }

  // settings stand in the address, so that a link opens the same view
  const defaults = { show: "all", view: "both", sec: "", q: "", fold: true, variants: true };
  const given = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(defaults)) {
    if (!given.has(name)) continue;
    if (typeof value === "boolean") fields[name].checked = given.get(name) !== "0";
    else fields[name].value = given.get(name);
  }
  const settings = () => ({
    show: fields.show.value || "all", view: fields.view.value || "both", sec: fields.sec.value, q: fields.q.value.trim(),
    fold: fields.fold.checked, variants: fields.variants.checked,
  });
  const remember = (now) => {
    const kept = new URLSearchParams();
    for (const [name, value] of Object.entries(now)) {
      if (value !== defaults[name]) kept.set(name, typeof value === "boolean" ? (value ? "1" : "0") : value);
    }
    const query = kept.toString();
    try { history.replaceState(null, "", (query ? "?" + query : location.pathname) + location.hash); } catch { /* a file may not rewrite its address */ }
  };

  let hits = [], opened = new Set();
  const plain = (row, now) => row.dataset.r === "unchanged" || (row.dataset.r === "reworded" && !now.variants);
  const bare = (text) => text.replace(/\s+/g, "").toLowerCase();

  const apply = () => {
    const now = settings(), needle = bare(now.q);
    rows.classList.toggle("only-old", now.view === "old");
    rows.classList.toggle("only-new", now.view === "new");
    rows.classList.toggle("novar", !now.variants);
    let shown = 0;
    for (const row of paragraphs) {
      const wanted = (now.show === "all" || row.dataset.r === now.show) && (!now.sec || row.dataset.sec === now.sec)
        && (!needle || searched(row, now).some((p) => letters(p).includes(needle)))
        && !(now.view === "old" && row.dataset.r === "new") && !(now.view === "new" && row.dataset.r === "dropped");
      row.hidden = !wanted;
      shown += wanted ? 1 : 0;
    }
    let follow = false;
    for (let k = all.length - 1; k >= 0; k--) {
      const row = all[k];
      if (row.dataset.r) follow = follow || !row.hidden;
      else { row.hidden = !(follow || (!now.sec && now.show === "all" && !needle)); follow = row.hidden ? follow : deeper(k, follow); }
    }
    foldRuns(now);
    mark(needle, now);
    state.textContent = needle ? say(words.hits, hits.length) : say(words.shown, shown);
    remember(now);
  };
  const deeper = (k, follow) => (all[k - 1] && !all[k - 1].dataset.r ? follow : false);
  // what is searched of a row; its letters without spaces, collected when first asked for
  const searched = (row, now) => $$(now.view === "both" ? ".p, .fn" : `.side.${now.view} .p, .side.${now.view} .fn`, row);
  const known = new Map();
  const letters = (p) => {
    if (!known.has(p)) known.set(p, bare(pieces(p).map((node) => node.data).join("")));
    return known.get(p);
  };
  const pieces = (p) => {
    const found = [], walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.parentElement.closest(".vh, .copy, .no, .fn, .p");
      if (holder === p) found.push(node);
    }
    return found;
  };

  const foldRuns = (now) => {
    for (const button of $$(".fold", rows)) button.remove();
    for (const row of paragraphs) row.classList.remove("folded");
    if (!now.fold || now.show !== "all" || now.q) return;
    let run = [];
    const close = () => {
      if (run.length > 1 && !opened.has(run[0])) {
        const button = document.createElement("button"), held = run;
        button.type = "button";
        button.className = "fold";
        button.textContent = say(words.unfold, run.length);
        button.lang = document.documentElement.lang;
        button.addEventListener("click", () => { opened.add(held[0]); const first = held[0]; apply(); focusRow(first); });
        run[0].before(button);
        for (const row of run) row.classList.add("folded");
      }
      run = [];
    };
    for (const row of all) {
      if (row.dataset.r && !row.hidden && plain(row, now)) run.push(row);
      else if (!row.hidden || !row.dataset.r) close();
    }
    close();
  };

  // search: hits are painted, not written into the text; they may run over the edge of a change
  const mark = (needle, now) => {
    hits = [];
    const paint = "highlights" in CSS ? new Highlight() : null;
    for (const row of needle ? paragraphs : []) {
      if (row.hidden) continue;
      for (const p of searched(row, now)) if (letters(p).includes(needle)) find(p, needle);
    }
    if (!paint) return;
    for (const range of hits.slice(0, 2000)) paint.add(range);
    CSS.highlights.set("found", paint);
  };
  const find = (p, needle) => {
    const places = [];
    for (const node of pieces(p)) for (let k = 0; k < node.length; k++) if (/\S/.test(node.data[k])) places.push([node, k]);
    const all = letters(p);
    if (all.length !== places.length) return;
    for (let at = all.indexOf(needle); at >= 0; at = all.indexOf(needle, at + needle.length)) {
      const range = new Range(), last = places[at + needle.length - 1];
      range.setStart(...places[at]);
      range.setEnd(last[0], last[1] + 1);
      hits.push(range);
    }
  };

  // places
  const focusRow = (row) => {
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "start" });
  };
  const reveal = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id), row = target && target.closest(".row");
    if (!row) return;
    if (row.hidden || target.offsetParent === null) {
      fields.show.value = "all"; fields.sec.value = ""; fields.q.value = ""; fields.view.value = "both";
      let first = row;
      while (first.previousElementSibling && first.previousElementSibling.classList.contains("folded")) first = first.previousElementSibling;
      opened.add(first);
      apply();
    }
    target.scrollIntoView({ block: "start" });
  };
  const changes = () => paragraphs.filter((row) => !row.hidden && !plain(row, settings()) && row.offsetParent !== null);
  const step = (way) => {
    const list = changes(), bar = tools.getBoundingClientRect(), edge = bar.top > 1 ? bar.bottom : Math.max(bar.bottom, 130);
    const here = document.activeElement.closest ? list.indexOf(document.activeElement.closest(".row")) : -1;
    let to = here >= 0 ? here + way : way > 0 ? list.findIndex((row) => row.getBoundingClientRect().top > edge) : list.findLastIndex((row) => row.getBoundingClientRect().top < 0);
    to = Math.max(0, Math.min(list.length - 1, to));
    if (list[to]) focusRow(list[to]);
  };

  // a citation for each paragraph
  const cite = async (p) => {
    const side = p.closest(".side").classList.contains("old") ? words.old : words.new;
    const line = words.join.replace("{symbol}", side).replace("{at}", p.dataset.c);
    try { await navigator.clipboard.writeText(line); } catch {
      const area = document.createElement("textarea");
      area.value = line;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    state.textContent = words.copied + line;
  };
  for (const p of $$(".p", rows)) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = words.copy;
    button.lang = document.documentElement.lang;
    p.append(button);
  }
  rows.addEventListener("click", (event) => {
    const button = event.target.closest(".copy");
    if (button) cite(button.parentElement);
  });

  // the map is one stop of the tab key; arrows move inside it
  const places = $$(".map a");
  places.forEach((link, k) => link.setAttribute("tabindex", k ? "-1" : "0"));
  const map = $(".map");
  if (map) map.addEventListener("keydown", (event) => {
    const at = places.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: places.length - 1 }[event.key];
    if (at < 0 || to === undefined || !places[to]) return;
    event.preventDefault();
    places[at].setAttribute("tabindex", "-1");
    places[to].setAttribute("tabindex", "0");
    places[to].focus();
  });

  for (const link of $$(".key a[data-show]")) {
    link.addEventListener("click", () => {
      const name = link.dataset.show;
      if ($$("input[name=show]", tools).some((input) => input.value === name)) { fields.show.value = name; apply(); }
    });
  }
  let wait;
  tools.addEventListener("input", (event) => { clearTimeout(wait); wait = setTimeout(apply, event.target.type === "search" ? 180 : 0); });
  tools.addEventListener("submit", (event) => event.preventDefault());
  $("#next").addEventListener("click", () => step(1));
  $("#prev").addEventListener("click", () => step(-1));
  const choose = (name, value) => { fields[name].value = value; apply(); };
  const keys = {
    j: () => step(1), k: () => step(-1), s: () => { fields.q.focus(); }, b: () => choose("view", "both"), o: () => choose("view", "old"), n: () => choose("view", "new"),
    u: () => { fields.fold.checked = !fields.fold.checked; opened.clear(); apply(); }, m: () => { if (map) { map.scrollIntoView(); places.find((a) => a.getAttribute("tabindex") === "0").focus(); } },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input:not([type=radio]):not([type=checkbox]), select, textarea")) return;
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => $$("details:not([open], .topics details, .set details, .foot details, .keys)").forEach((fold) => { fold.open = true; fold.dataset.printed = ""; }));
  addEventListener("afterprint", () => $$("details[data-printed]").forEach((fold) => { fold.open = false; delete fold.dataset.printed; }));
  tools.hidden = false;
  apply();
  reveal();
})();
