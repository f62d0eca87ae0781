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
  const { index, rules, base } = dialog.dataset;
  const UNABLE = "Search is not working just now. Please ring us.";
  let ready;

  const script = (address) => new Promise((done, fail) => {
    const element = document.createElement("script");
    element.src = address;
    element.addEventListener("load", done);
    element.addEventListener("error", fail);
    document.head.append(element);
  });
  // The rules and the index are fetched by whoever searches, once.
  const searching = () => {
    ready ??= Promise.all([fetch(index).then((answer) => answer.json()), script(rules)])
      .then(([told]) => globalThis.communitySearch.prepare(told))
      .catch((fault) => { ready = undefined; throw fault; });
    return ready;
  };

  // Of long lists only what the words asked for may match is fetched, then the names of what was found. Without it, pages are found still.
  const fetched = (engine, names) => Promise.all(names.map((name) => (
    fetch(index.replace("search.json", `search-entries/${name}.json`)).then((answer) => answer.json()).then((told) => engine.take(name, told), () => {})
  )));
  const found = async (engine, asked) => {
    await fetched(engine, engine.wanted(asked));
    await fetched(engine, engine.rank(asked).lacking);
    return engine.rank(asked);
  };

  // Only text is ever put into the page: whatever was typed, and whatever a page says, stays words.
  const made = (tag, words, attributes = {}) => {
    const element = document.createElement(tag);
    if (words) element.textContent = words;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  const number = (telephone) => made("a", telephone, { href: `tel:${telephone.replace(/ /g, "")}` });

  const dangerOf = (signs, ring) => {
    const lines = new Map(signs.flatMap((sign) => sign.lines).map((line) => [JSON.stringify(line), line]));
    const list = made("ul", "", { class: "search__lines" });
    for (const line of lines.values()) {
      const item = made("li");
      item.append(made("strong", `${line.name}:`), " ", line.telephone ? number(line.telephone) : line.how, `. ${line.helps}`);
      list.append(item);
    }
    const us = made("li");
    us.append(made("strong", "Us:"), " ", number(ring.telephone), `, ${ring.opening}.`);
    list.append(us);
    const box = made("div", "", { class: "cc-callout" });
    box.append(made("h2", "Do you need somebody now?"), list);
    return box;
  };

  // A place to search: the dialog of every page, and the page of its own where no service of ours answers.
  const searchIn = (root) => {
    const input = root.querySelector("input");
    const [danger, count, results] = ["danger", "count", "results"].map((name) => root.querySelector(`[data-search-${name}]`));
    const clear = () => { danger.replaceChildren(); results.replaceChildren(); count.textContent = ""; };

    const show = ({ signs, says, results: pages, stems }, ring) => {
      const meant = new Set(stems);
      const marked = (tag, words) => {
        const element = made(tag, "");
        element.append(...globalThis.communitySearch.pieces(words, meant).map(([piece, isMeant]) => (isMeant ? made("mark", piece) : piece)));
        return element;
      };
      danger.replaceChildren(...(signs.length ? [dangerOf(signs, ring)] : []), ...says.map((words) => made("p", words, { class: "cc-note" })));
      count.textContent = pages.length === 0 ? "Nothing found. Try another word, or ring us." : pages.length === 1 ? "1 page found" : `${pages.length} pages found`;
      results.replaceChildren(...pages.map(({ url, title, section, excerpt }) => {
        const link = made("a", "", { href: base.replace(/\/?$/, "/") + url });
        link.append(marked("strong", title), ...(section ? [marked("em", section)] : []), marked("span", excerpt));
        const item = made("li");
        item.append(link);
        return item;
      }));
    };
    const ask = () => {
      const asked = input.value;
      if (!asked.trim()) { clear(); return; }
      searching().then(async (engine) => {
        const answer = await found(engine, asked);
        if (input.value === asked) show(answer, engine.ring);
      })
        .catch(() => { clear(); count.textContent = UNABLE; });
    };
    input.addEventListener("input", ask);
    root.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      results.querySelector("a")?.focus();
    });
    return { input, ask, fail: () => { count.textContent = UNABLE; } };
  };

  const { input, ask, fail } = searchIn(dialog);
  for (const opener of document.querySelectorAll("[data-search-open]")) {
    opener.addEventListener("click", () => {
      dialog.showModal();
      input.focus();
      searching().then(ask, fail);
    });
  }
  dialog.querySelector("[data-search-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  for (const page of document.querySelectorAll("[data-search-page]")) searchIn(page);
})();
