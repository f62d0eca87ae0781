// Compassionate Community: makes Google's forms for this spreadsheet, from the same questions as the website's.
// This file is written by the program. Change the questions there, write it again, and paste it again.

const MENU = "Compassionate Community";
const FORMS_TAB = /*FORMS_TAB*/ "";
const FORMS_HEADER = /*FORMS_HEADER*/ [];
const WORDS_TAB = /*WORDS_TAB*/ "";
const WORDS_HEADER = /*WORDS_HEADER*/ [];
const MARK = /*MARK*/ "";
const FORMS = /*FORMS*/ [];

function onOpen() {
  SpreadsheetApp.getUi()
    .createMenu(MENU)
    .addItem("Set up", "setUp")
    .addItem("Bring the questions up to date", "bringUpToDate")
    .addToUi();
}

/** Makes the forms that are not there yet. What is there stays as it is. */
function setUp() {
  inPlainWords_(() => {
    const told = FORMS.map((wanted) => oneForm_(wanted));
    return told.join("\n") + "\n\nTheir addresses are in the tab “" + FORMS_TAB + "”.";
  });
}

/** Gives the forms the words of this file, and the questions that are new. Nothing is taken away. */
function bringUpToDate() {
  inPlainWords_(() => {
    const told = FORMS.map((wanted) => {
      const form = remembered_(wanted);
      if (!form) return "“" + wanted.title + "” is not there yet: choose “Set up”.";
      fill_(form, wanted, true);
      record_(form, wanted);
      return "“" + wanted.title + "” has the words of this file.";
    });
    return told.join("\n") + "\n\nQuestions that are no longer asked stay in the form. Delete them there if you like.";
  });
}

function inPlainWords_(work) {
  const ui = SpreadsheetApp.getUi();
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(1000)) {
    ui.alert(MENU, "This is being done already. Wait a minute, then look at the tab “" + FORMS_TAB + "”.", ui.ButtonSet.OK);
    return;
  }
  let words;
  try {
    words = work();
  } catch (error) {
    words =
      "This was not finished. Google says:\n\n" + error.message +
      "\n\nNothing is lost. Wait a minute and choose the same again: it goes on where it stopped.";
  } finally {
    lock.releaseLock();
  }
  ui.alert(MENU, words, ui.ButtonSet.OK);
}

/** One form: left as it is, finished, or made. Says in words which. */
function oneForm_(wanted) {
  const memory = PropertiesService.getDocumentProperties();
  let form = remembered_(wanted);
  if (!form && memory.getProperty("form." + wanted.name)) {
    const ui = SpreadsheetApp.getUi();
    const answer = ui.alert(
      MENU,
      "The form “" + wanted.title + "” can’t be opened. Perhaps it was deleted, or it belongs to somebody else. " +
        "Make a new one? The answers to the old one stay in their tab.",
      ui.ButtonSet.YES_NO
    );
    if (answer !== ui.Button.YES) return "“" + wanted.title + "” is left as it was.";
    ["form.", "items.", "ready."].forEach((what) => memory.deleteProperty(what + wanted.name));
  }
  if (form && memory.getProperty("ready." + wanted.name)) {
    record_(form, wanted);
    return "“" + wanted.title + "” was there already.";
  }
  if (!form) {
    form = FormApp.create(wanted.title);
    // Remembered at once: if Google stops us in the middle, the next try goes on with this one.
    memory.setProperty("form." + wanted.name, form.getId());
  }
  // Published first, and shut until it is whole: a form that Google still counts as a draft can't always be linked.
  publish_(form);
  form.setAcceptingResponses(false);
  fill_(form, wanted, false);
  link_(form);
  form.setAcceptingResponses(true);
  record_(form, wanted);
  memory.setProperty("ready." + wanted.name, "yes");
  return "“" + wanted.title + "” is made.";
}

function remembered_(wanted) {
  const id = PropertiesService.getDocumentProperties().getProperty("form." + wanted.name);
  if (!id) return null;
  try {
    return FormApp.openById(id);
  } catch (gone) {
    return null;
  }
}

/** Everything that the form says and asks. Whatever is there already is not made twice. */
function fill_(form, wanted, again) {
  const items = openMemory_("items." + wanted.name);
  form
    .setTitle(wanted.title)
    .setDescription(wanted.description)
    .setConfirmationMessage(wanted.confirmation)
    .setAllowResponseEdits(false)
    .setCollectEmail(false)
    .setLimitOneResponsePerUser(false)
    .setProgressBar(wanted.sections.length > 1)
    .setPublishingSummary(false)
    .setShowLinkToRespondAgain(false);
  let before = null;
  wanted.sections.forEach((section, number) => {
    const kind = number === 0 ? "addSectionHeaderItem" : "addPageBreakItem";
    before = place_(form, items, "section:" + section.key, before, again, kind, (item) => {
      item.setTitle(section.title).setHelpText(section.help);
    });
    section.items.forEach((question) => {
      before = place_(form, items, question.key, before, again, ADDED_BY[question.asked], (item) => ask_(item, question));
    });
  });
  lead_(form, wanted, items);
}

const ADDED_BY = {
  text: "addTextItem",
  paragraph: "addParagraphTextItem",
  choice: "addMultipleChoiceItem",
  dropdown: "addListItem",
  checkboxes: "addCheckboxItem",
  grid: "addCheckboxGridItem",
};
const SEEN_AS = {
  addTextItem: "asTextItem",
  addParagraphTextItem: "asParagraphTextItem",
  addMultipleChoiceItem: "asMultipleChoiceItem",
  addListItem: "asListItem",
  addCheckboxItem: "asCheckboxItem",
  addCheckboxGridItem: "asCheckboxGridItem",
  addSectionHeaderItem: "asSectionHeaderItem",
  addPageBreakItem: "asPageBreakItem",
};

/** The item of this key, made behind the one before it if it never was. One that a person deleted stays deleted. */
function place_(form, items, key, before, again, kind, say) {
  const known = items.get(key);
  if (known) {
    const item = form.getItemById(Number(known));
    if (!item) return before;
    if (again) say(item[SEEN_AS[kind]]());
    return item;
  }
  const made = form[kind]();
  items.set(key, made.getId());
  say(made);
  const wanted = before ? before.getIndex() + 1 : 0;
  if (made.getIndex() !== wanted) form.moveItem(made.getIndex(), wanted);
  return form.getItemById(made.getId());
}

function ask_(item, question) {
  item.setTitle(question.title).setHelpText(question.help).setRequired(question.required);
  const words = question.choices.map((choice) => choice[1]);
  if (question.asked === "grid") {
    item.setRows(question.rows.map((row) => row[1])).setColumns(words);
  } else if (words.length) {
    // Choices that lead somewhere can only be set once the sections they lead to are there.
    item.setChoiceValues(words);
    if (question.other) item.showOtherOption(true);
  }
}

/** Where each section and each answer leads. */
function lead_(form, wanted, items) {
  const target = (key) => {
    if (key === "submit") return FormApp.PageNavigationType.SUBMIT;
    const item = items.get("section:" + key) && form.getItemById(Number(items.get("section:" + key)));
    return item ? item.asPageBreakItem() : FormApp.PageNavigationType.CONTINUE;
  };
  wanted.sections.forEach((section, number) => {
    const next = wanted.sections[number + 1];
    const pageBreak = next && items.get("section:" + next.key) && form.getItemById(Number(items.get("section:" + next.key)));
    // Google keeps with a section where those go who come to it from the one before.
    if (section.then && pageBreak) pageBreak.asPageBreakItem().setGoToPage(target(section.then));
    section.items.filter((question) => question.jumps.length).forEach((question) => {
      const item = items.get(question.key) && form.getItemById(Number(items.get(question.key)));
      if (!item) return;
      const list = item.asMultipleChoiceItem();
      const jumps = new Map(question.jumps);
      list.setChoices(question.choices.map((choice) => list.createChoice(choice[1], target(jumps.get(choice[0])))));
    });
  });
}

/** Sends the answers to this spreadsheet, unless a person has sent them somewhere else. */
function link_(form) {
  let destination = null;
  try {
    destination = form.getDestinationId();
  } catch (none) {
    destination = null;
  }
  const here = SpreadsheetApp.getActiveSpreadsheet().getId();
  if (!destination) form.setDestination(FormApp.DestinationType.SPREADSHEET, here);
  if (destination && destination !== here) return;
  // Google makes the tab for the answers a while later, and without it nothing can be marked or formatted.
  for (let looks = 0; looks < 30; looks += 1) {
    SpreadsheetApp.flush();
    if (answersOf_(form)) return;
    Utilities.sleep(1000);
  }
  throw new Error("The tab for the answers to “" + form.getTitle() + "” is not there yet.");
}

/** Opens the form to everybody. Google has changed what is needed for this, so only what it knows is called. */
function publish_(form) {
  const old = typeof form.supportsAdvancedResponderPermissions === "function" && !form.supportsAdvancedResponderPermissions();
  if (typeof form.setPublished === "function" && !old) form.setPublished(true);
  try {
    // A charity's own Google account would otherwise let in only its own people.
    form.setRequireLogin(false);
  } catch (personal) {
    // A personal account knows no such setting, and lets everybody in.
  }
}

/** Writes down the form's addresses, its tab, and which words stand for which question and answer. */
function record_(form, wanted) {
  const forms = tab_(FORMS_TAB, FORMS_HEADER);
  const words = tab_(WORDS_TAB, WORDS_HEADER);
  words.hideSheet();
  const known = new Set(words.getDataRange().getDisplayValues().map((row) => JSON.stringify(row.slice(0, WORDS_HEADER.length))));
  const fresh = words_(form, wanted).filter((row) => !known.has(JSON.stringify(row)) && known.add(JSON.stringify(row)));
  if (fresh.length) write_(words, words.getLastRow() + 1, fresh);
  const tab = answersOf_(form);
  const told = words.getDataRange().getDisplayValues().filter((row) => row[0] === wanted.name && row[2] === "title");
  if (tab) prepare_(tab, wanted, new Set(told.map((row) => row[3].trim())));
  const line = [
    wanted.title, wanted.name, form.getPublishedUrl(), form.getEditUrl(),
    tab ? tab.getName() : "", tab ? String(tab.getSheetId()) : "", form.getId(),
  ];
  const number = forms.getDataRange().getDisplayValues().findIndex((row) => row[FORMS_HEADER.length - 1] === line[FORMS_HEADER.length - 1]);
  write_(forms, number < 0 ? forms.getLastRow() + 1 : number + 1, [line]);
}

function answersOf_(form) {
  return SpreadsheetApp.getActiveSpreadsheet().getSheets().find((tab) => {
    const address = tab.getFormUrl();
    if (!address) return false;
    if (address.indexOf(form.getId()) >= 0) return true;
    try {
      return FormApp.openByUrl(address).getId() === form.getId();
    } catch (notOurs) {
      return false;
    }
  });
}

/**
 * Marks the tab, so that it is known again under any name, and keeps Google from reading 07700 as a number: in the
 * columns of questions, by any title they ever had, and in empty ones. Those that a person added are theirs to format.
 */
function prepare_(tab, wanted, titles) {
  const marked = tab.getDeveloperMetadata().some((each) => each.getKey() === MARK);
  if (!marked) {
    tab.addDeveloperMetadata(MARK, wanted.name, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
    const title = "Answers: " + wanted.title;
    if (!SpreadsheetApp.getActiveSpreadsheet().getSheetByName(title)) tab.setName(title);
  }
  const cells = tab.getDataRange().getDisplayValues();
  const text = (column) => titles.has((cells[0][column - 1] || "").trim()) || cells.every((row) => !row[column - 1]);
  for (let first = 2, next; first <= tab.getMaxColumns(); first = next + 1) {
    for (next = first; next <= tab.getMaxColumns() && text(next); next += 1);
    if (next > first) tab.getRange(1, first, tab.getMaxRows(), next - first).setNumberFormat("@");
  }
}

/** Rows of [form, column, what, words, meaning]: every title and answer as it is in the form now, and as it was made. */
function words_(form, wanted) {
  const items = openMemory_("items." + wanted.name);
  const rows = [];
  wanted.sections.forEach((section) => section.items.forEach((question) => {
    const item = items.get(question.key) && form.getItemById(Number(items.get(question.key)));
    const titles = item && item.getTitle() !== question.title ? [question.title, item.getTitle()] : [question.title];
    titles.forEach((title) => {
      if (question.rows.length) {
        question.rows.forEach((row) => rows.push([wanted.name, question.column, "title", title + " [" + row[1] + "]", row[0]]));
      } else {
        rows.push([wanted.name, question.column, "title", title, question.part]);
      }
    });
    question.choices.forEach((choice) => rows.push([wanted.name, question.column, "answer", choice[1], choice[0]]));
    if (item) changed_(item, question).forEach((pair) => rows.push([wanted.name, question.column, "answer", pair[0], pair[1]]));
  }));
  return rows;
}

/** [new words, code] of answers that a person put other words to, as long as each stands where it stood. */
function changed_(item, question) {
  if (!question.choices.length || question.asked === "grid") return [];
  const kind = ADDED_BY[question.asked];
  const now = item[SEEN_AS[kind]]().getChoices().map((choice) => choice.getValue());
  const made = question.choices.map((choice) => choice[1]);
  if (now.length !== made.length) return [];
  return now
    .map((words, place) => [words, question.choices[place][0], made[place]])
    .filter(([words, , old]) => !made.includes(words) && !now.includes(old))
    .map(([words, code]) => [words, code]);
}

function tab_(name, header) {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const found = spreadsheet.getSheetByName(name);
  if (found) return found;
  const made = spreadsheet.insertSheet(name, spreadsheet.getSheets().length);
  made.setFrozenRows(1);
  write_(made, 1, [header]);
  return made;
}

function write_(tab, row, lines) {
  // As text: an answer may begin with =, and a number may begin with 0.
  tab.getRange(row, 1, lines.length, lines[0].length).setNumberFormat("@").setValues(lines);
}

/** Keys and the items made for them, kept with the spreadsheet after each one. */
function openMemory_(name) {
  const memory = PropertiesService.getDocumentProperties();
  const known = JSON.parse(memory.getProperty(name) || "{}");
  return {
    get: (key) => known[key],
    set: (key, id) => {
      known[key] = String(id);
      memory.setProperty(name, JSON.stringify(known));
    },
  };
}
