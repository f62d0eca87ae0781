// As much of Google's FormApp and SpreadsheetApp as the script uses, with what is awkward about them:
// a form is unpublished until it is published, a linked form makes a tab of its own, items know their place only
// while they are there, choices that lead somewhere can't stand beside choices that don't, a deleted form can't be opened.
"use strict";

const fail = (words) => {
  throw new Error(words);
};

class Item {
  constructor(form, kind, id) {
    Object.assign(this, { form, kind, id, title: "", help: "", required: false, choices: [], rows: [], columns: [] });
    this.other = false;
    this.goesTo = null;
  }
  getId() { return this.id; }
  getIndex() { return this.form.items.indexOf(this); }
  getTitle() { return this.title; }
  setTitle(title) { this.title = text(title); return this; }
  setHelpText(help) { this.help = text(help); return this; }
}
const text = (words) => (typeof words === "string" ? words : fail("Invalid argument: a text is wanted"));

class Question extends Item {
  setRequired(required) { this.required = required === true; return this; }
}
class ChoiceItem extends Question {
  setChoiceValues(values) {
    if (new Set(values).size !== values.length) fail("Questions cannot have duplicate choice values.");
    this.choices = values.map((value) => ({ value: text(value), to: undefined }));
    return this;
  }
  getChoices() { return this.choices.map((choice) => ({ getValue: () => choice.value })); }
  showOtherOption(other) {
    if (this.kind === "LIST") fail("A list has no other option");
    this.other = other;
    return this;
  }
  createChoice(value, to) { return { value: text(value), to }; }
  setChoices(choices) {
    const leading = choices.filter((choice) => choice.to !== undefined).length;
    if (leading && (leading !== choices.length || this.kind === "CHECKBOX" || this.other)) {
      fail("Choices that use page navigation cannot be combined with those that do not.");
    }
    choices.forEach((choice) => {
      const known = choice.to === undefined || Object.values(PageNavigationType).includes(choice.to);
      if (!known && !(choice.to instanceof PageBreak && choice.to.form === this.form && choice.to.getIndex() >= 0)) fail("No such page");
    });
    this.choices = choices;
    return this;
  }
}
class Grid extends Question {
  setRows(rows) { this.rows = rows.map(text); return this; }
  setColumns(columns) { this.columns = columns.map(text); return this; }
}
class PageBreak extends Item {
  setGoToPage(to) { this.goesTo = to; return this; }
}
const PageNavigationType = { CONTINUE: "CONTINUE", SUBMIT: "SUBMIT", RESTART: "RESTART", GO_TO_PAGE: "GO_TO_PAGE" };
const KINDS = {
  TextItem: ["TEXT", Question], ParagraphTextItem: ["PARAGRAPH_TEXT", Question],
  MultipleChoiceItem: ["MULTIPLE_CHOICE", ChoiceItem], ListItem: ["LIST", ChoiceItem],
  CheckboxItem: ["CHECKBOX", ChoiceItem], CheckboxGridItem: ["CHECKBOX_GRID", Grid],
  SectionHeaderItem: ["SECTION_HEADER", Item], PageBreakItem: ["PAGE_BREAK", PageBreak],
};
for (const [name, [kind]] of Object.entries(KINDS)) {
  Item.prototype[`as${name}`] = function () {
    return this.kind === kind ? this : fail("Invalid conversion for item type: " + this.kind);
  };
}

class Form {
  constructor(google, title) {
    Object.assign(this, { google, title, id: google.mint("form"), items: [], settings: {}, published: false, accepting: false });
    this.destination = null;
    this.deleted = false;
  }
  getId() { return this.id; }
  getTitle() { return this.title; }
  setTitle(title) { this.title = text(title); return this; }
  getPublishedUrl() { return `https://docs.google.com/forms/d/e/public-${this.id}/viewform`; }
  getEditUrl() { return `https://docs.google.com/forms/d/${this.id}/edit`; }
  getItemById(id) { return this.items.find((item) => item.id === id) || null; }
  moveItem(from, to) {
    if (typeof from !== "number" || from < 0 || to < 0 || to >= this.items.length) fail("Invalid index");
    const [item] = this.items.splice(from, 1);
    this.items.splice(to, 0, item);
    return item;
  }
  getDestinationId() { return this.destination || fail("The form currently has no response destination."); }
  setDestination(type, id) {
    if (!this.published) fail("The form is not published.");
    this.destination = id;
    const late = this.google.options.tabLate || 0;
    if (late) this.google.coming.push([late, () => this.google.spreadsheet.link(this)]);
    else this.google.spreadsheet.link(this);
    return this;
  }
  isPublished() { return this.published; }
  setAcceptingResponses(accepting) {
    if (accepting && !this.published) fail("The form is not published.");
    this.accepting = accepting;
    this.google.opened.push([accepting, this.items.length, this.destination !== null]);
    return this;
  }
}
for (const name of ["Description", "ConfirmationMessage", "AllowResponseEdits", "CollectEmail", "LimitOneResponsePerUser", "ProgressBar", "PublishingSummary", "ShowLinkToRespondAgain"]) {
  Form.prototype[`set${name}`] = function (value) {
    this.settings[name] = value;
    return this;
  };
}
for (const [name, [kind, Kind]] of Object.entries(KINDS)) {
  Form.prototype[`add${name}`] = function () {
    if (this.google.stopsAfter !== null && this.google.stopsAfter-- <= 0) fail("Exceeded maximum execution time");
    const item = new Kind(this, kind, this.google.number());
    this.items.push(item);
    return item;
  };
}

class Tab {
  constructor(spreadsheet, name) {
    Object.assign(this, { spreadsheet, name, id: spreadsheet.google.number(), rows: [], form: null, hidden: false, frozen: 0 });
    this.formats = [];
    this.metadata = [];
  }
  getName() { return this.name; }
  setName(name) { this.name = name; return this; }
  getSheetId() { return this.id; }
  getFormUrl() { return this.form && `https://docs.google.com/forms/d/${this.form.id}/viewform`; }
  getMaxRows() { return 1000; }
  getMaxColumns() { return 60; }
  getLastRow() { return this.rows.length; }
  setFrozenRows(rows) { this.frozen = rows; }
  hideSheet() { this.hidden = true; return this; }
  getDeveloperMetadata() { return this.metadata.map(([key, value]) => ({ getKey: () => key, getValue: () => value })); }
  addDeveloperMetadata(key, value, visibility) { this.metadata.push([key, value, visibility]); return this; }
  getDataRange() {
    const width = Math.max(1, ...this.rows.map((row) => row.length));
    return this.getRange(1, 1, Math.max(1, this.rows.length), width);
  }
  getRange(row, column, rows, columns) {
    const tab = this;
    return {
      setNumberFormat(format) { tab.formats.push([row, column, rows, columns, format]); return this; },
      setValues(values) {
        if (values.length !== rows || values.some((line) => line.length !== columns)) fail("The number of rows or columns does not match.");
        values.forEach((line, down) => {
          while (tab.rows.length < row + down) tab.rows.push([]);
          line.forEach((value, along) => { tab.rows[row - 1 + down][column - 1 + along] = value; });
        });
        return this;
      },
      getDisplayValues() {
        return Array.from({ length: rows }, (_, down) =>
          Array.from({ length: columns }, (_, along) => String((tab.rows[row - 1 + down] || [])[column - 1 + along] ?? "")));
      },
    };
  }
}

class Spreadsheet {
  constructor(google) {
    this.google = google;
    this.tabs = [new Tab(this, "Sheet1")];
  }
  getId() { return "the-spreadsheet"; }
  getSheets() { return [...this.tabs]; }
  getSheetByName(name) { return this.tabs.find((tab) => tab.name === name) || null; }
  insertSheet(name, place) {
    if (this.getSheetByName(name)) fail("A sheet with this name exists already");
    const tab = new Tab(this, name);
    this.tabs.splice(place, 0, tab);
    return tab;
  }
  link(form) {
    let number = 1;
    while (this.getSheetByName(`Form responses ${number}`)) number += 1;
    const tab = this.insertSheet(`Form responses ${number}`, 0);
    tab.form = form;
    const asked = form.items.filter((item) => item instanceof Question);
    const headers = asked.flatMap((item) => (item instanceof Grid ? item.rows.map((row) => `${item.title} [${row}]`) : [item.title]));
    tab.rows.push(["Timestamp", ...headers]);
  }
}

/** A Google of its own for each test. `options.publishing`: "new" as since 2026, or "old", which knows nothing of it. */
function google(options = {}) {
  let last = 1000;
  const self = {
    forms: [], alerts: [], answers: [], menu: [], properties: {}, stopsAfter: null,
    options, coming: [], slept: 0, opened: [], publishedWith: [],
    number: () => (last += 1),
    mint: (what) => `${what}-${self.number()}`,
  };
  self.spreadsheet = new Spreadsheet(self);
  const ui = {
    Button: { YES: "YES", NO: "NO", OK: "OK" },
    ButtonSet: { OK: "OK", YES_NO: "YES_NO" },
    alert: (title, words, buttons) => {
      self.alerts.push([text(title), text(words), buttons]);
      return buttons === "YES_NO" ? self.answers.shift() || fail("Nobody said what to answer") : "OK";
    },
    createMenu: (title) => {
      const menu = {
        addItem: (caption, name) => { self.menu.push([title, caption, name]); return menu; },
        addToUi: () => {},
      };
      return menu;
    },
  };
  const open = (id) => self.forms.find((form) => form.id === id && !form.deleted) || fail("No item with the given ID could be found.");
  self.globals = {
    SpreadsheetApp: {
      getUi: () => ui, getActiveSpreadsheet: () => self.spreadsheet, flush: () => {},
      DeveloperMetadataVisibility: { DOCUMENT: "DOCUMENT" },
    },
    FormApp: {
      PageNavigationType, DestinationType: { SPREADSHEET: "SPREADSHEET" }, openById: open,
      openByUrl: (url) => open(url.split("/d/")[1].split("/")[0]),
      create: (title) => {
        const form = new Form(self, text(title));
        if (options.publishing === "old") {
          form.published = form.accepting = true;
        } else {
          form.setPublished = (published) => { self.publishedWith.push(form.items.length); form.published = published; form.accepting = published; return form; };
          form.supportsAdvancedResponderPermissions = () => true;
        }
        form.setRequireLogin = (required) => {
          if (options.account === "personal") fail("This operation is not supported for this account.");
          form.settings.RequireLogin = required;
          return form;
        };
        self.forms.push(form);
        return form;
      },
    },
    PropertiesService: {
      getDocumentProperties: () => ({
        getProperty: (name) => self.properties[name] ?? null,
        setProperty: (name, value) => {
          if (typeof value !== "string" || value.length > 9000) fail("Argument too large: value");
          self.properties[name] = value;
        },
        deleteProperty: (name) => { delete self.properties[name]; },
      }),
    },
    Utilities: {
      sleep: (milliseconds) => {
        self.slept += milliseconds;
        self.coming = self.coming.filter(([late, come]) => self.slept < late || come());
      },
    },
    LockService: { getDocumentLock: () => ({ tryLock: () => options.locked !== true, releaseLock: () => {} }) },
  };
  return self;
}

module.exports = { google };
