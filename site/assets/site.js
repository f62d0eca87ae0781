// Search, and a menu that closes when the keyboard leaves it. Everything else on these pages works without a script.
(() => {
  "use strict";
  document.documentElement.classList.add("js");

  // The link alone leads away. With a script, the page before can't be reached by Back either.
  document.addEventListener("click", (event) => {
    const away = event.target.closest?.("[data-leave]");
    if (away) {
      event.preventDefault();
      location.replace(away.href);
    }
  });

  const menu = document.getElementById("menu");
  menu?.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget) && menu.matches(":popover-open")) menu.hidePopover();
  });

  const dialog = document.getElementById("search");
  const input = document.getElementById("search-words");
  const count = dialog.querySelector("[data-search-count]");
  const results = dialog.querySelector("[data-search-results]");
  const UNABLE = "Search is not working just now. The foot of this page lists every page.";
  let worker;

  // The theme's own search worker. Messages: 0 set up, 1 ready, 2 a question, 3 the answer.
  const start = async () => {
    const index = await (await fetch(dialog.dataset.index)).json();
    worker = new Worker(dialog.dataset.worker);
    worker.addEventListener("message", ({ data }) => {
      if (data.type === 1) ask();
      if (data.type === 3) show(data.data.items);
    });
    worker.addEventListener("error", () => { count.textContent = UNABLE; });
    worker.postMessage({ type: 0, data: { config: index.config, docs: index.docs, options: { suggest: false } } });
  };

  const ask = () => {
    if (input.value.trim()) worker?.postMessage({ type: 2, data: input.value });
    else { results.replaceChildren(); count.textContent = ""; }
  };

  // What the worker sends is text with tags in it. Only <mark> is kept, and rebuilt as an element.
  const fill = (element, html) => {
    const text = html.replace(/<(?!\/?mark>)[^>]*>/g, " ");
    text.split(/<\/?mark>/).forEach((part, place) => {
      // A parser drops the space in front of a word; a word joiner before it keeps the space.
      const words = new DOMParser().parseFromString(`\u2060${part}`, "text/html").body.textContent.slice(1);
      if (place % 2 === 0) { element.append(words); return; }
      const mark = document.createElement("mark");
      mark.textContent = words;
      element.append(mark);
    });
    return element;
  };

  const show = (groups) => {
    if (!input.value.trim()) return;
    count.textContent = groups.length === 0 ? "Nothing found. Try another word, or ring us." : groups.length === 1 ? "1 page found" : `${groups.length} pages found`;
    results.replaceChildren(...groups.slice(0, 8).map((sections) => {
      const best = sections.reduce((first, next) => (next.score > first.score ? next : first));
      const page = sections.find((section) => !section.location.includes("#")) ?? best;
      const link = document.createElement("a");
      link.href = dialog.dataset.base.replace(/\/?$/, "/") + best.location;
      const excerpt = best.text.length > 220 ? best.text.slice(0, best.text.indexOf(" ", 200)) + " …" : best.text;
      link.append(fill(document.createElement("strong"), page.title));
      if (best !== page) link.append(fill(document.createElement("em"), best.title));
      link.append(fill(document.createElement("span"), excerpt));
      const item = document.createElement("li");
      item.append(link);
      return item;
    }));
  };

  for (const opener of document.querySelectorAll("[data-search-open]")) {
    opener.addEventListener("click", () => {
      dialog.showModal();
      input.focus();
      if (!worker) start().catch(() => { count.textContent = UNABLE; });
    });
  }
  dialog.querySelector("[data-search-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.querySelector("form").addEventListener("submit", (event) => { event.preventDefault(); results.querySelector("a")?.focus(); });
  input.addEventListener("input", ask);
})();
