/* The search box of a large site: asks Pagefind's index, of which it fetches only what a query needs, and lists what it
   finds in the theme's own dialog. A hit inside a page leads to its heading: each quotation has one. */

const START = "Type to start searching";
const MOST_PAGES = 10;
const MOST_PLACES = 3;

/* Where we write: between the theme's own two elements, which stay out of sight. The theme empties its list whenever the
   box loses focus, which a click on a hit does; its keys, which look for links between the two, find ours. */
function ownPlaces() {
  const [theirMeta, theirList] = ["meta", "list"].map((part) => document.querySelector(`.md-search-result__${part}`));
  const places = [theirMeta, theirList].map((element) => element.cloneNode());
  places[0].textContent = START;
  places[1].setAttribute("role", "list");
  places[1].hidden = false;
  theirMeta.after(...places);
  for (const element of [theirMeta, theirList]) element.classList.add("bf-unused");
  return places;
}

const input = document.querySelector(".md-search__input");
const [meta, list] = ownPlaces();
const bundle = new URL(document.querySelector("meta[name='briefing-search']").content, location.href);

let loading;
const engine = () =>
  (loading ??= import(bundle + "pagefind.js").then(async (module) => {
    await module.options({ baseUrl: new URL("..", bundle).pathname, excerptLength: 24 });
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

const item = (page) => {
  const found = document.createElement("li");
  found.className = "md-search-result__item";
  const places = page.sub_results.filter((place) => place.url.includes("#"));
  found.append(hit(page.url, page.meta.title, page.excerpt, "h1"));
  for (const place of places.slice(0, MOST_PLACES)) found.append(hit(place.url, place.title, place.excerpt, "h2"));
  return found;
};

const search = async () => {
  const query = input.value.trim();
  if (!query) {
    list.replaceChildren();
    meta.textContent = START;
    return;
  }
  const answer = await (await engine()).debouncedSearch(query, {}, 120);
  if (answer === null || input.value.trim() !== query) return;
  const pages = await Promise.all(answer.results.slice(0, MOST_PAGES).map((result) => result.data()));
  if (input.value.trim() !== query) return;
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
