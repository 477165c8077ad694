/* A name for the search dialog, an end to tips by Escape, and the quotes explorer: filters whose state stands in the address, ways to copy, arrow keys from card to card.
   Everything is made here, so that the page without scripts is the plain list. */

(() => {
  "use strict";

  const FILTERS = [
    { name: "kind", title: "Kind", every: "All kinds" },
    { name: "speaker", title: "Speaker", every: "All speakers" },
    { name: "issue", title: "Issue", every: "All issues" },
  ];
  const KINDS = { direct: "Quoted", mixed: "Quoted in part", indirect: "Reported", term: "Terms" };

  const start = () => {
    /* The theme's search is a dialog without a name. */
    document.querySelector(".md-search[role='dialog']")?.setAttribute("aria-label", "Search");
    const place = document.querySelector("[data-bf-explorer]");
    if (!place || place.childElementCount) return;
    const cards = [...document.querySelectorAll(".bf-card[data-kind]")];
    if (!cards.length) return;
    cards.forEach(addCopy);
    const filters = FILTERS.map((filter) => addFilter(place, filter, options(cards, filter.name)));
    const reset = element("button", "Show all");
    reset.type = "button";
    const count = document.createElement("output");
    place.append(reset, count);
    place.setAttribute("role", "search");
    place.setAttribute("aria-label", "Filter the quotes");

    const show = () => {
      const wanted = Object.fromEntries(filters.map((select) => [select.name, select.value]));
      let shown = 0;
      for (const card of cards) {
        const fits = FILTERS.every(({ name }) => !wanted[name] || values(card, name).includes(wanted[name]));
        card.hidden = !fits;
        if (fits) shown += 1;
      }
      count.textContent = `${shown} of ${cards.length} shown`;
      reset.disabled = shown === cards.length;
    };
    const remember = () => {
      const address = new URL(location.href);
      for (const select of filters) {
        if (select.value) address.searchParams.set(select.name, select.value);
        else address.searchParams.delete(select.name);
      }
      history.replaceState(null, "", address);
    };
    const recall = () => {
      const asked = new URL(location.href).searchParams;
      for (const select of filters) {
        const value = asked.get(select.name) || "";
        select.value = [...select.options].some((option) => option.value === value) ? value : "";
      }
      show();
    };

    place.addEventListener("change", () => { show(); remember(); });
    reset.addEventListener("click", () => {
      filters.forEach((select) => { select.value = ""; });
      show();
      remember();
    });
    addEventListener("popstate", recall);
    document.addEventListener("keydown", (event) => move(event, cards));
    recall();
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest(".bf-card[hidden]")) reset.click();
  };

  const values = (card, name) => {
    if (name === "kind") return [card.dataset.kind];
    if (name === "speaker") return card.dataset.speaker ? [card.dataset.speaker] : [];
    return (card.dataset.issues || "").split(" ").filter(Boolean);
  };

  /* Value and words of each choice, in the order of the page. */
  const options = (cards, name) => {
    const found = new Map();
    for (const card of cards) {
      const chips = [...card.querySelectorAll(".bf-chip--issue")];
      values(card, name).forEach((value, number) => {
        if (found.has(value)) return;
        if (name === "kind") found.set(value, KINDS[value] || value);
        else if (name === "speaker") found.set(value, speaker(card));
        else if (chips[number]) found.set(value, chips[number].textContent);
      });
    }
    return found;
  };

  const addFilter = (place, { name, title, every }, choices) => {
    const label = element("label", title);
    const select = document.createElement("select");
    select.name = name;
    select.append(new Option(every, ""));
    for (const [value, words] of choices) select.append(new Option(words, value));
    label.append(select);
    place.append(label);
    return select;
  };

  const WAYS = [["Text", "text"], ["Markdown", "Markdown"], ["Link", "link"]];

  /* One quiet button at the end of the line below the words, which opens the ways beside it. */
  const addCopy = (card) => {
    if (card.dataset.kind === "term") return;
    const place = Object.assign(element("span", ""), { className: "bf-copy" });
    const [open, ways] = [named("Copy", `Copy: ${speaker(card)}`), element("span", "")];
    const done = Object.assign(element("span", ""), { className: "bf-quiet" });
    done.setAttribute("role", "status");
    Object.assign(ways, { className: "bf-copy__ways", id: `copy-${card.querySelector("h3").id}` });
    open.setAttribute("aria-controls", ways.id);
    const show = (isOpen) => {
      ways.hidden = !isOpen;
      open.setAttribute("aria-expanded", String(isOpen));
    };
    for (const [words, kind] of WAYS) {
      const button = named(words, `Copy ${kind}: ${speaker(card)}`);
      button.addEventListener("click", async () => {
        const says = await put(MADE[kind](card)) ? "Copied" : "Could not copy";
        open.focus();
        show(false);
        done.textContent = says;
        setTimeout(() => { done.textContent = ""; }, 2000);
      });
      ways.append(button);
    }
    open.addEventListener("click", () => show(ways.hidden));
    place.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || ways.hidden) return;
      open.focus();
      show(false);
    });
    show(false);
    place.append(open, ways, done);
    (card.querySelector(".bf-meta") || card).append(" ", place);
  };

  const named = (words, name) => {
    const button = Object.assign(element("button", words), { type: "button" });
    button.setAttribute("aria-label", name);
    return button;
  };

  const speaker = (card) => {
    const heading = card.querySelector("h3").cloneNode(true);
    heading.querySelectorAll(".headerlink").forEach((mark) => mark.remove());
    return heading.textContent.trim();
  };
  const words = (card) => card.querySelector("blockquote").textContent.trim();
  const role = (card) => (card.querySelector(".bf-role") || { textContent: "" }).textContent.trim();
  const who = (card) => [speaker(card), role(card)].filter(Boolean).join(", ");
  const kind = (card) => (card.dataset.kind === "direct" ? "" : ` (${KINDS[card.dataset.kind].toLowerCase()})`);
  const permalink = (card) => new URL(`#${card.querySelector("h3").id}`, location.href.split("?")[0].split("#")[0]).href;
  const citation = (card) => card.querySelector(".bf-cite");
  const source = () => (document.querySelector(".bf-crumb a") || { textContent: document.title }).textContent;

  const asText = (card) => `${words(card)} — ${who(card)}${kind(card)}, ${citation(card).textContent}`;
  const asMarkdown = (card) => {
    const plain = (text) => text.replace(/([\\`*_{}[\]<>#|~])/g, "\\$1");
    return `> ${plain(words(card))}\n>\n> — ${plain(who(card))}${kind(card)}, `
      + `[${citation(card).textContent}](${citation(card).href}), [${plain(source())}](${permalink(card)})\n`;
  };

  const MADE = { text: asText, Markdown: asMarkdown, link: permalink };

  /* Pages opened as files, or without TLS, have no clipboard of their own. */
  const put = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      return done;
    }
  };

  /* Up and down within the list, once something in it has the focus. */
  const move = (event, cards) => {
    if (!["ArrowDown", "ArrowUp"].includes(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
    const here = document.activeElement?.closest(".bf-card[data-kind]");
    if (!here) return;
    const shown = cards.filter((card) => !card.hidden);
    const next = shown[shown.indexOf(here) + (event.key === "ArrowDown" ? 1 : -1)];
    const goal = next?.querySelector("h3 a, .bf-cite, button");
    if (!goal) return;
    event.preventDefault();
    goal.focus();
    next.scrollIntoView({ block: "nearest" });
  };

  const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });

  /* The theme makes a new tip for each visit of the pointer or the focus; that of this one stays away. */
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const tip of document.querySelectorAll(".md-tooltip2[role='tooltip']")) tip.hidden = true;
  });

  /* Material swaps pages without loading them where its instant navigation is on. */
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
