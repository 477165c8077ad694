/* The search box of a large site: asks Pagefind's index, of which it fetches only what a query needs, and lists what it
   finds in the theme's own dialog. A hit inside a page leads to its heading: each quotation has one. Where the hits are
   of several kinds of pages, a row of choices below the box narrows them to one. */

const START = "Type to start searching";
const MOST_PAGES = 10;
const MOST_PLACES = 3;
const EVERY = "All";
/* In the order of the site's navigation. */
const KINDS = ["Overview", "Issues", "Actors", "Quotes", "Analyst views", "Timeline", "Source"];

/* Where we write: between the theme's own two elements, which stay out of sight. The theme empties its list whenever the
   box loses focus, which a click on a hit does; its keys, which look for links between the two, find ours. */
function ownPlaces() {
  const [theirMeta, theirList] = ["meta", "list"].map((part) => document.querySelector(`.md-search-result__${part}`));
  const places = [theirMeta, theirList].map((element) => element.cloneNode());
  places[0].textContent = START;
  places[0].setAttribute("role", "status");
  places[1].setAttribute("role", "list");
  places[1].hidden = false;
  theirMeta.after(...places);
  for (const element of [theirMeta, theirList]) element.classList.add("bf-unused");
  return places;
}

const input = document.querySelector(".md-search__input");
const [meta, list] = ownPlaces();
const row = Object.assign(document.createElement("div"), { className: "bf-kinds", hidden: true });
row.setAttribute("role", "radiogroup");
row.setAttribute("aria-label", "Kind of page");
meta.after(row);
const bundle = new URL(document.querySelector("meta[name='briefing-search']").content, location.href);

let loading;
const engine = () =>
  (loading ??= import(bundle + "pagefind.js").then(async (module) => {
    await module.options({ baseUrl: new URL("..", bundle).pathname, excerptLength: 24 });
    await module.filters();
    return module;
  }));

/* Words of a page, of which only the marks that Pagefind sets around hits become elements. */
const words = (excerpt) => {
  const parsed = new DOMParser().parseFromString(excerpt, "text/html").body;
  const line = document.createElement("p");
  for (const node of parsed.childNodes) {
    const piece = node.nodeName === "MARK" ? document.createElement("mark") : null;
    if (piece) piece.textContent = node.textContent;
    line.append(piece ?? node.textContent);
  }
  return line;
};

const hit = (url, title, excerpt, level) => {
  const link = document.createElement("a");
  link.href = url;
  link.className = "md-search-result__link";
  link.tabIndex = -1;
  const article = document.createElement("article");
  article.className = "md-search-result__article md-typeset";
  const heading = document.createElement(level);
  heading.textContent = title;
  article.append(heading, words(excerpt));
  link.append(article);
  return link;
};

const checked = () => row.querySelector(":checked");

/* How many hits each kind has, in words and numbers; nothing where all are of one kind. */
const showKinds = (counts, total, chosen) => {
  const found = KINDS.filter((kind) => counts[kind]);
  const hasFocus = row.contains(document.activeElement);
  row.hidden = found.length < 2;
  row.replaceChildren(...[EVERY, ...found].map((kind) => {
    const [label, choice] = [document.createElement("label"), document.createElement("input")];
    Object.assign(choice, { type: "radio", name: "kind", value: kind, checked: kind === chosen });
    label.append(choice, `${kind} `, Object.assign(document.createElement("small"), {
      textContent: kind === EVERY ? total : counts[kind],
    }));
    return label;
  }));
  if (hasFocus) (row.hidden ? input : checked()).focus();
};

const item = (page) => {
  const found = document.createElement("li");
  found.className = "md-search-result__item";
  const places = page.sub_results.filter((place) => place.url.includes("#") && place.title !== page.meta.title);
  const first = hit(page.url, page.meta.title, page.excerpt, "h1");
  const [briefing] = page.filters.briefing ?? [];
  if (briefing && briefing !== page.meta.title) {
    const where = Object.assign(document.createElement("p"), { className: "bf-quiet", textContent: briefing });
    first.querySelector("h1").after(where);
  }
  found.append(first);
  for (const place of places.slice(0, MOST_PLACES)) found.append(hit(place.url, place.title, place.excerpt, "h2"));
  return found;
};

let kind = EVERY;

const search = async () => {
  const query = input.value.trim();
  if (!query) {
    list.replaceChildren();
    row.hidden = true;
    meta.textContent = START;
    return;
  }
  const asked = kind;
  const filters = asked === EVERY ? {} : { kind: asked };
  const answer = await (await engine()).debouncedSearch(query, { filters }, 120);
  const isLate = () => input.value.trim() !== query || kind !== asked;
  if (answer === null || isLate()) return;
  const counts = answer.totalFilters.kind ?? {};
  if (asked !== EVERY && !counts[asked]) {
    kind = EVERY;
    search();
    return;
  }
  const pages = await Promise.all(answer.results.slice(0, MOST_PAGES).map((result) => result.data()));
  if (isLate()) return;
  showKinds(counts, answer.unfilteredResultCount, asked);
  list.replaceChildren(...pages.map(item));
  const number = answer.results.length;
  meta.textContent = number ? `${number} matching ${number === 1 ? "page" : "pages"}` : "No matching pages";
};

/* Before the theme's own search hears of it: its index is empty here. */
for (const event of ["input", "keyup"]) {
  input.addEventListener(
    event,
    (happened) => {
      happened.stopImmediatePropagation();
      if (event === "input") search();
    },
    true,
  );
}
input.addEventListener("focus", engine, { once: true });

/* The theme closes its dialog at a Tab, and gives any other key to the box. From the box, Tab leads to the row where it
   is there, and from the row to the hits; within the row the keys do what they do in any row of choices. */
const OWN = /^( |Arrow.*|Shift|Control|Alt|Meta)$/;
const goTo = (event, place) => {
  if (!place) return;
  event.preventDefault();
  event.stopPropagation();
  place.focus();
};
input.addEventListener("keydown", (event) => {
  if (event.key === "Tab" && !event.shiftKey && !row.hidden) goTo(event, checked());
});
row.addEventListener("keydown", (event) => {
  if (event.key === "Tab") goTo(event, event.shiftKey ? input : list.querySelector("a"));
  else if (OWN.test(event.key)) event.stopPropagation();
});
row.addEventListener("change", () => {
  kind = checked().value;
  search();
});
