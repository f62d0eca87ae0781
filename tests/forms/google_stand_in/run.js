// Runs the script of a file against a Google of its own and prints what is there afterwards, as JSON.
// Script, options and steps come as JSON on standard input; a step is what a person or Google does: ["call", "setUp"].
"use strict";
const fs = require("node:fs");
const vm = require("node:vm");
const { google } = require("./google.js");

const { script, options, steps } = JSON.parse(fs.readFileSync(0, "utf8"));
const world = google(options);
let context;
const paste = (text) => {
  context = vm.createContext({ ...world.globals });
  vm.runInContext(text, context, { filename: "script.gs" });
};
paste(script);

const form = (title) => world.forms.findLast((each) => each.title === title && !each.deleted);
const item = (title, words) => form(title).items.find((each) => each.title === words);
const DOES = {
  call: (name) => vm.runInContext(`${name}()`, context),
  paste,
  deleteForm: (title) => { form(title).deleted = true; },
  answer: (button) => { world.answers.push(button); },
  retitle: (title, words, now) => { item(title, words).title = now; },
  reword: (title, words, choice, now) => { item(title, words).choices.find((each) => each.value === choice).value = now; },
  deleteItem: (title, words) => { form(title).items = form(title).items.filter((each) => each.title !== words); },
  renameTab: (name, now) => { world.spreadsheet.getSheetByName(name).name = now; },
  type: (tab, row, column, words) => {
    world.spreadsheet.getSheetByName(tab).getRange(row, column, 1, 1).setValues([[words]]);
  },
  come: () => { world.globals.Utilities.sleep(60_000); },
  stopAfter: (items) => { world.stopsAfter = items; },
};
for (const [what, ...told] of steps) DOES[what](...told);

const to = (target) => (target && target.getTitle ? target.title : target ?? null);
process.stdout.write(JSON.stringify({
  menu: world.menu,
  opened: world.opened,
  publishedWith: world.publishedWith,
  alerts: world.alerts,
  properties: world.properties,
  forms: world.forms.filter((each) => !each.deleted).map((each) => ({
    id: each.id, title: each.title, published: each.published, accepting: each.accepting, settings: each.settings,
    destination: each.destination,
    items: each.items.map((one) => ({
      kind: one.kind, title: one.title, help: one.help, required: one.required, other: one.other, rows: one.rows,
      columns: one.columns, goesTo: to(one.goesTo), choices: one.choices.map((c) => [c.value, to(c.to)]),
    })),
  })),
  tabs: world.spreadsheet.tabs.map((tab) => ({
    name: tab.name, rows: tab.rows, hidden: tab.hidden, metadata: tab.metadata, formats: tab.formats,
    form: tab.form && tab.form.id,
  })),
}));
