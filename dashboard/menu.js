// In a narrow window the menu lies over the page. Streamlit folds it after a choice on a telephone only, which it tells by
// the browser's name; a narrow or enlarged window on a desk kept it open, over the page that was chosen.
if (!window.menuFolds) {
  window.menuFolds = true;
  document.addEventListener("click", (event) => {
    if (window.innerWidth >= 768 || !event.target.closest('[data-testid="stSidebarNav"] a')) return;
    setTimeout(() => {
      const menu = document.querySelector('[data-testid="stSidebar"][data-collapsed="false"]');
      menu?.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
    }, 50);
  });
  // A letter is printed without the page around it: the frame after the button that says so.
  document.addEventListener("click", (event) => {
    const button = event.target.closest('[class*="st-key-print-"] button');
    if (!button) return;
    const frames = [...document.querySelectorAll("iframe[srcdoc]")];
    const next = frames.find((each) => button.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING);
    next?.contentWindow.print();
  });
  // A letter is read whole: its frame is as high as its words, which take more lines on a telephone.
  const fit = () => {
    for (const frame of document.querySelectorAll("iframe[srcdoc]")) {
      const words = frame.contentDocument?.body;
      if (words) frame.style.height = `${Math.ceil(words.getBoundingClientRect().height)}px`;
    }
  };
  document.addEventListener("load", fit, true);
  window.addEventListener("resize", fit);
  fit();

  // Streamlit calls the box for a file mere decoration, and names it all the same: a screen reader needs a group.
  const boxes = () => {
    for (const box of document.querySelectorAll('[data-testid="stFileUploaderDropzone"][role="presentation"]')) {
      box.setAttribute("role", "group");
    }
  };
  new MutationObserver(boxes).observe(document.body, { childList: true, subtree: true });
  boxes();
  // The search for anybody: Ctrl-K leads to its field, and / while its label says so; arrows go through who is found,
  // Enter opens, Escape leads back.
  const field = () => document.querySelector('.st-key-find input');
  const links = () => [...document.querySelectorAll(".st-key-found a")];
  // Whether the lines are all of what stands in the field: each answer is noted before its lines and after them, so that
  // no line that is left from what was typed before, and leads to somebody else, counts as one of them.
  const answered = () => {
    const noted = [...document.querySelectorAll(".st-key-found [data-asked]")];
    if (noted.length < 2 || noted.some((each) => each.dataset.asked !== field()?.value.trim())) return false;
    return links().length === Number(noted[0].dataset.found); // the browser may still be loading what draws a link
  };
  // What was typed when Enter was pressed. The first who answers it is opened once all are there. Where nobody does, it
  // is over: somebody who is found later, while the page is drawn anew for another reason, must not take its place.
  let opens = null;
  const open = () => {
    if (opens === null || field()?.value !== opens || !answered()) return;
    opens = null;
    // With nobody found, a call that is taken goes on with the name of somebody new.
    if (links().length) {
      field().blur(); // the next keys are for the page that comes
      links()[0].click();
    } else document.querySelector(".st-key-new-caller input")?.focus();
  };
  new MutationObserver(open).observe(document.body, { childList: true, subtree: true, attributes: true });
  document.addEventListener("input", (event) => event.target === field() && (opens = null), true);
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    const typing = target.closest?.("input, textarea, select, [contenteditable=true], canvas");
    const called = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && key.toLowerCase() === "k";
    const slash = key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if ((called || (slash && field()?.ariaLabel?.includes("/"))) && !document.querySelector("[role=dialog]")) {
      if (!field()) return;
      event.preventDefault();
      event.stopPropagation();
      field().focus();
      field().select();
      return;
    }
    const at = target === field() ? 0 : links().indexOf(target) + 1;
    if (event.isComposing || (target !== field() && at < 1)) return;
    if (key === "ArrowDown" || key === "ArrowUp") {
      const to = at + (key === "ArrowDown" ? 1 : -1);
      if (to < 1 || answered()) (to < 1 ? field() : links()[to - 1])?.focus();
      event.preventDefault();
    } else if (key === "Enter" && target === field() && target.value.trim()) {
      opens = target.value;
      setTimeout(open);
    } else if (key === "Escape" && target !== field()) {
      field().focus();
    }
  }, true);
  document.documentElement.dataset.keys = "work";
}
