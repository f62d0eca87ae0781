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
}
