"use strict";
{
  const data = JSON.parse(document.getElementById("data").textContent);
  const PAGE = 100;
  const by = (id) => document.getElementById(id);
  const say = data.words;
  const SEVERITIES = say.counts;
  const FIXES = say.fixes;
  const count = (number) => number.toLocaleString(data.language);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children.filter((child) => child !== null));
    return element;
  };

  // What stands between backticks is code.
  const words = (text) => {
    const parts = text.split("`");
    if (parts.length % 2 === 0) return [text];
    return parts.map((part, index) => (index % 2 ? make("code", {}, part) : part)).filter((part) => part !== "");
  };

  const folderOf = (path) => path.slice(0, path.lastIndexOf("/") + 1) || "./";
  const FACETS = {
    severity: { place: by("severities"), of: (item) => item.severity, label: (value) => SEVERITIES[value] },
    fix: { place: by("fixes"), of: (item) => (item.fix ? item.fix.applicability : "none"), label: (value) => FIXES[value] },
    family: { place: by("families").querySelector("ul"), of: (item) => data.rules[item.rule].name.split("/")[0] },
    rule: { place: by("rules").querySelector("ul"), of: (item) => data.rules[item.rule].name },
    folder: { place: by("folders").querySelector("ul"), of: (item) => folderOf(data.paths[item.path]) },
  };
  const chosen = Object.fromEntries(Object.keys(FACETS).map((name) => [name, new Set()]));
  const texts = data.findings.map((item) =>
    `${data.paths[item.path]}\n${data.rules[item.rule].name}\n${item.message}`.toLowerCase());
  let shown = data.findings;
  let drawn = 0;

  const facets = () => {
    for (const [name, facet] of Object.entries(FACETS)) {
      const counts = new Map();
      for (const item of data.findings) counts.set(facet.of(item), (counts.get(facet.of(item)) || 0) + 1);
      const most = Math.max(...counts.values());
      const order = name === "severity" || name === "fix"
        ? Object.keys(name === "fix" ? FIXES : SEVERITIES).filter((value) => counts.has(value))
        : [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || (a < b ? -1 : 1));
      for (const value of order) {
        const button = make("button", { type: "button", className: "facet" },
          make("span", { className: "name" }, facet.label ? facet.label(value) : value),
          make("span", { className: "count" }, count(counts.get(value))));
        button.dataset.facet = name;
        button.dataset.value = value;
        button.setAttribute("aria-pressed", String(chosen[name].has(value)));
        button.style.setProperty("--share", (100 * counts.get(value)) / most);
        facet.place.append(facet.place.tagName === "UL" ? make("li", {}, button) : button);
      }
    }
  };

  const excerpt = (item) => {
    const lines = item.excerpts.flatMap(([number, before, marked, after], index) => [
      index ? "\n" : null, make("span", { className: "number" }, `${number} `), before, make("mark", {}, marked), after]);
    return lines.length ? make("pre", {}, ...lines) : null;
  };

  const change = (item) => {
    const fix = item.fix;
    if (!fix || fix.after === null) return null;
    const side = (sign, tag, text) => {
      if (!(fix.lead + text + fix.tail)) return [];
      const lines = text.split("\n");
      return lines.flatMap((line, index) => [
        `${sign} `, index ? null : fix.lead, make(tag, {}, line), index < lines.length - 1 ? null : fix.tail, "\n"]);
    };
    const lines = [...side("-", "del", fix.before), ...side("+", "ins", fix.after)];
    return make("pre", { className: "change" }, ...lines.slice(0, -1));
  };

  const draw = (item) => {
    const rule = data.rules[item.rule];
    const name = rule.url && rule.url.startsWith("http")
      ? make("a", { href: rule.url, rel: "noreferrer" }, rule.name)
      : make("button", { type: "button", className: "rule" }, rule.name);
    name.dataset.rule = item.rule;
    const place = `${data.paths[item.path]}:${item.line}:${item.column}`;
    return make("li", { className: item.severity },
      make("article", { tabIndex: -1 },
        make("h2", {}, make("span", { className: "severity" }, say.severities[item.severity]), " ", ...words(item.message)),
        make("p", { className: "where" }, place, " · ", name),
        excerpt(item),
        ...item.related.map((each) => make("p", {}, fill(say.line, each) + say.colon, ...words(each.message))),
        item.hint ? make("p", {}, ...words(item.hint)) : null,
        item.fix ? make("p", {}, make("b", {}, say.fix + say.colon), ...words(item.fix.title), fill(say.how, { how: FIXES[item.fix.applicability] })) : null,
        change(item)));
  };

  const more = () => {
    const next = shown.slice(drawn, drawn + PAGE);
    by("list").append(...next.map(draw));
    drawn += next.length;
    by("more").hidden = drawn >= shown.length;
    by("more").textContent = fill(say.more, { number: count(shown.length - drawn) });
  };

  const remember = () => {
    const state = new URLSearchParams();
    for (const [name, values] of Object.entries(chosen)) for (const value of values) state.append(name, value);
    if (by("query").value) state.set("q", by("query").value);
    history.replaceState(null, "", `#${state}`);
  };

  const filter = () => {
    const query = by("query").value.trim().toLowerCase();
    const active = Object.entries(FACETS).filter(([name]) => chosen[name].size);
    shown = data.findings.filter((item, index) =>
      (!query || texts[index].includes(query)) && active.every(([name, facet]) => chosen[name].has(facet.of(item))));
    drawn = 0;
    by("list").replaceChildren();
    const all = data.findings.length;
    const text = shown.length < all ? say.some : all === 1 ? say.one : say.all;
    by("shown").textContent = fill(text, { shown: count(shown.length), number: count(all) });
    more();
  };

  const restore = () => {
    const state = new URLSearchParams(location.hash.slice(1));
    for (const name of Object.keys(chosen)) chosen[name] = new Set(state.getAll(name));
    by("query").value = state.get("q") || "";
  };

  const step = (direction) => {
    const articles = [...by("list").querySelectorAll("article")];
    const at = articles.indexOf(document.activeElement?.closest("article"));
    const next = at < 0 ? 0 : at + direction;
    if (next >= articles.length && drawn < shown.length) { more(); step(direction); return; }
    const target = articles[Math.max(0, Math.min(next, articles.length - 1))];
    target?.focus();
    target?.scrollIntoView({ block: "nearest" });
  };

  by("filters").addEventListener("click", (event) => {
    const button = event.target.closest(".facet");
    if (!button) return;
    const values = chosen[button.dataset.facet];
    if (!values.delete(button.dataset.value)) values.add(button.dataset.value);
    button.setAttribute("aria-pressed", String(values.has(button.dataset.value)));
    remember();
    filter();
  });
  by("filters").addEventListener("submit", (event) => event.preventDefault());
  by("filters").addEventListener("reset", () => {
    for (const values of Object.values(chosen)) values.clear();
    for (const button of document.querySelectorAll(".facet")) button.setAttribute("aria-pressed", "false");
    by("query").value = "";
    remember();
    filter();
  });
  let waiting = 0;
  by("query").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { remember(); filter(); }, 120);
  });
  by("more").addEventListener("click", () => {
    const first = drawn;
    more();
    by("list").children[first]?.querySelector("article").focus();
  });
  by("list").addEventListener("click", (event) => {
    const button = event.target.closest("button.rule");
    if (!button) return;
    const rule = data.rules[button.dataset.rule];
    by("page-title").textContent = rule.name;
    by("page-text").textContent = rule.page;
    by("page").showModal();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || by("page").open) return;
    if (event.target.tagName === "INPUT") {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (event.key === "/") { event.preventDefault(); by("query").focus(); }
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
  });
  new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting) && !by("more").hidden) more();
  }, { rootMargin: "400px" }).observe(by("more"));

  if (data.findings.length) {
    restore();
    facets();
    const isNarrow = matchMedia("(max-width: 50rem)").matches;
    for (const details of document.querySelectorAll("#filters details")) details.open = !isNarrow;
    by("filters").hidden = false;
    by("findings").hidden = false;
    filter();
  }
}
