// Finds pages for words as people say them. The same rules stand in community/search/search_ranking.py, which answers where there is no
// script. Change both: one table of words tests them.
(() => {
  "use strict";
  const MOST_LETTERS = 500, MOST_WORDS = 12, MOST_RESULTS = 8;
  const TITLE = 6, LEAD = 3, HEADING = 3, TEXT = 1;
  const BEGINS = 0.7, ONE_SLIP = 0.6, TWO_SLIPS = 0.4, DOOR = 10, WEAK = 0.4, DANGER = 100, LEAST_SHARE = 0.15;
  const SLIPS_FROM = 4, TWO_SLIPS_FROM = 7, STOP_SLIPS_FROM = 6;

  const plainOf = (text) => text.replace(/['’‘ʼ`´]/g, "").toLowerCase().replace(/ł/g, "l").normalize("NFKD").replace(/\p{M}/gu, "");
  const splitWords = (text) => plainOf(text).match(/[\p{L}\p{N}]+/gu) ?? [];

  const stemOf = (given) => {
    let word = given;
    if (word.length > 4 && word.endsWith("ies")) word = `${word.slice(0, -3)}y`;
    else if (word.length > 4 && /(ss|x|ch|sh)es$/.test(word)) word = word.slice(0, -2);
    else if (word.length > 3 && word.endsWith("s") && !/(ss|us|is)$/.test(word)) word = word.slice(0, -1);
    for (const ending of ["ing", "ed"]) {
      const rest = word.slice(0, -ending.length);
      if (word.endsWith(ending) && rest.length >= 3 && /[aeiouy]/.test(rest)) {
        word = /([b-df-hj-kmnp-rtv-xz])\1$/.test(rest) ? rest.slice(0, -1) : rest;
        break;
      }
    }
    return word.length > 4 && word.endsWith("e") ? word.slice(0, -1) : word;
  };

  // The text in pieces, and of each whether it is a word with one of these stems (community/search/marking.py).
  const pieces = (text, stems) => {
    const found = [];
    let at = 0;
    for (const word of text.matchAll(/[\p{L}\p{N}]+(?:['’‘ʼ`´][\p{L}\p{N}]+)*/gu)) {
      if (!splitWords(word[0]).some((each) => stems.has(stemOf(each)))) continue;
      found.push([text.slice(at, word.index), false], [word[0], true]);
      at = word.index + word[0].length;
    }
    return [...found, [text.slice(at), false]].filter(([piece]) => piece);
  };

  const slipsBetween = (one, other) => {
    const rows = [Array.from({ length: other.length + 1 }, (_, at) => at)];
    for (let i = 1; i <= one.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= other.length; j += 1) {
        let cost = Math.min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) cost = Math.min(cost, rows[i - 2][j - 2] + 1);
        row.push(cost);
      }
      rows.push(row);
    }
    return rows[one.length][other.length];
  };

  const excerptOf = (text, stems) => {
    const sentences = text.split(/(?<=[.!?:]) /);
    const first = Math.max(0, sentences.findIndex((each) => splitWords(each).some((word) => stems.has(stemOf(word)))));
    let told = sentences[first];
    for (const sentence of sentences.slice(first + 1)) {
      if (told.length + sentence.length > 200) break;
      told += ` ${sentence}`;
    }
    return told.length <= 260 ? told : `${told.slice(0, told.slice(0, 240).lastIndexOf(" "))} …`;
  };

  // About how a word sounds: its consonants, those that sound alike as one.
  const SOUNDS = [
    [/^kn/g, "n"], [/^wr/g, "r"], [/ph/g, "f"], [/gh/g, ""], [/(ti|s?ci|s?si|sh)(?=on|ou|u|un)|sh|ch/g, "x"], [/c(?=[eiy])/g, "s"],
    [/[cq]/g, "k"], [/z/g, "s"], [/(?<!^)[aeiouyhw]/g, ""], [/(.)\1+/g, "$1"],
  ];
  const soundOf = (word) => SOUNDS.reduce((told, [pattern, sounds]) => told.replace(pattern, sounds), word);

  // Finds the kinds of danger in a text: the rules of community/forms/crisis_words.py.
  const dangerReader = (told) => {
    const STOP = ".", GAP = "..", FEW = 5, SLIPS = 5, ALONE = 7, BY_EAR = 9, LONGEST = 20;
    const between = new Set(told.between), others = new Set(told.others), spelt = new Map(Object.entries(told.spelt));
    const formsOf = (word) => {
      if (/[^aeiou]y$/.test(word)) return [word, `${word.slice(0, -1)}ies`, `${word.slice(0, -1)}ied`, `${word}ing`];
      const stem = /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(word) ? word + word.slice(-1) : word.replace(/e$/, "");
      return [word, word + (/(s|x|z|ch|sh)$/.test(word) ? "es" : "s"), ...["ed", "ing", "in"].map((ending) => stem + ending)];
    };
    const elementOf = (said) => [...new Set(said.split("/").flatMap((word) => (word.endsWith("~") ? formsOf(word.slice(0, -1)) : [word]))
      .map((word) => spelt.get(word) ?? word))].join("/");
    const split = (lines) => lines.map((line) => line.split(" ").map(elementOf));
    const groups = new Map(Object.entries(told.groups).map(([name, lines]) => [name, split(lines)]));
    const either = new Map(), starts = { words: new Map(), not: new Map() };
    const meanings = (element) => {
      if (either.has(element)) return either.get(element);
      const words = new Set(), lines = [];
      for (const each of element.split("/")) {
        for (const line of each[0] === "{" ? groups.get(each.slice(1, -1)) : [[each]]) {
          if (line.length > 1) lines.push(line);
          else if (line[0] === each) words.add(each);
          else {
            const [more, longer] = meanings(line[0]);
            more.forEach((word) => words.add(word));
            lines.push(...longer);
          }
        }
      }
      either.set(element, [words, lines]);
      return either.get(element);
    };
    const firsts = (element) => {
      const [words, lines] = meanings(element);
      return new Set([...words, ...lines.flatMap((line) => [...firsts(line[0])])]);
    };
    const every = [...groups.values()].flat();
    for (const [code, sign] of Object.entries(told.signs)) {
      for (const kind of ["words", "not"]) {
        for (const line of split(sign[kind])) {
          every.push(line);
          for (const word of firsts(line[0])) {
            if (!starts[kind].has(word)) starts[kind].set(word, []);
            starts[kind].get(word).push([code, line]);
          }
        }
      }
    }
    const ours = new Set(every.flat().flatMap((element) => element.split("/")).filter((word) => !/^[{.]/.test(word)));
    const known = new Map(), sounds = new Map();
    const oneLess = (word) => Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
    const put = (map, key, word) => map.set(key, (map.get(key) ?? new Set()).add(word));
    for (const word of ours) {
      for (const each of [word, ...(word.length >= SLIPS - 1 ? oneLess(word) : [])]) put(known, each, word);
      put(sounds, soundOf(word), word);
    }
    const alike = (token, word) => {
      if (token === word) return true;
      if (token[0] !== word[0] || others.has(token) || ours.has(token)) return false;
      if (word.length < SLIPS && (word.length !== SLIPS - 1 || token.length === word.length)) return false;
      return slipsBetween(token, word) === 1;
    };
    const standsFor = (token) => {
      const near = token.length >= SLIPS - 2 && token.length <= LONGEST ? [token, ...oneLess(token)] : [token];
      const found = new Set(near.flatMap((each) => [...(known.get(each) ?? [])]).filter((word) => alike(token, word)));
      if (found.size || others.has(token) || token.length < SLIPS) return found;
      return new Set([...(sounds.get(soundOf(token)) ?? [])].filter((word) => slipsBetween(token, word) <= (token.length < BY_EAR ? 2 : 3)));
    };

    return (text) => {
      const tokens = (plainOf(text).match(/[\p{L}\p{N}]+|[.]+|[!?]/gu) ?? [])
        .filter((token) => !token.startsWith(".."))
        .flatMap((token) => (/[.!?]/.test(token) ? STOP : spelt.get(token) ?? token).split(" "));
      const meant = tokens.map(standsFor), ends = new Map(), holds = new Map();
      const present = new Set(meant.flatMap((each) => [...each]));
      const has = (words, all) => { for (const word of all) if (words.has(word)) return true; return false; };
      const isIn = (element) => {
        if (!holds.has(element)) {
          const [words, lines] = meanings(element);
          holds.set(element, element === GAP || has(words, present) || lines.some((line) => line.every(isIn)));
        }
        return holds.get(element);
      };
      const through = (line, at) => line.reduce((places, element) => new Set([...places].flatMap((place) => [...endsOf(element, place)])), new Set([at]));
      const endsOf = (element, at) => {
        const key = `${element} ${at}`;
        if (ends.has(key)) return ends.get(key);
        const found = new Set();
        ends.set(key, found);
        if (element === GAP) {
          for (let place = at; place <= tokens.length && place <= at + FEW; place += 1) {
            found.add(place);
            if (tokens[place] === STOP) break;
          }
          return found;
        }
        const [words, lines] = meanings(element);
        lines.forEach((line) => through(line, at).forEach((end) => found.add(end)));
        for (let place = at; place < tokens.length; place += 1) {
          if (has(words, meant[place])) found.add(place + 1);
          if (!between.has(tokens[place])) break;
        }
        return found;
      };
      const starting = (kind) => {
        const begins = new Map([...present].map((word) => [word, (starts[kind].get(word) ?? []).filter(([, line]) => line.every(isIn))]));
        return meant.flatMap((words, at) => [...words].flatMap((word) => begins.get(word).map(([code, line]) => [at, code, line])));
      };
      const spokenFor = new Set();
      for (const [at, code, line] of starting("not")) {
        for (let place = at; place < Math.max(at, ...through(line, at)); place += 1) spokenFor.add(`${code} ${place}`);
      }
      const alone = (element, token) => {
        const [words, lines] = meanings(element);
        return lines.length > 0 || words.has(token) || [...words].some((word) => word.length >= ALONE);
      };
      const free = (code, at, end) => { for (let place = at; place < end; place += 1) if (spokenFor.has(`${code} ${place}`)) return false; return true; };
      return new Set(starting("words").filter(([at, code, line]) => {
        if (line.length === 1 && !alone(line[0], tokens[at])) return false;
        const reached = through(line, at);
        return reached.size > 0 && free(code, at, Math.min(...reached));
      }).map(([, code]) => code));
    };
  };

  const prepare = (told) => {
    const stop = new Set(told.stop), dangerIn = dangerReader(told.danger);
    const spelt = new Map(Object.entries(told.danger.spelt));
    const parts = [], places = [], inParts = new Map();
    const sections = [...told.parts], taken = new Set(), entries = [];

    const saysNothing = (word) => stop.has(word) || (word.length >= STOP_SLIPS_FROM
      && told.stop.some((each) => each[0] === word[0] && each.length >= STOP_SLIPS_FROM && slipsBetween(word, each) === 1));
    const unstopped = (words) => {
      const left = words.filter((word) => !saysNothing(word));
      return [...new Set((left.length ? left : words).map(stemOf))];
    };
    const add = (page, part, texts) => {
      const weights = new Map();
      for (const [text, weight] of texts) {
        for (const word of splitWords(text)) {
          if (!stop.has(word)) weights.set(stemOf(word), (weights.get(stemOf(word)) ?? 0) + weight);
        }
      }
      for (const stem of weights.keys()) inParts.set(stem, (inParts.get(stem) ?? 0) + 1);
      parts.push(weights);
      places.push([page, part]);
    };
    told.pages.forEach((page, number) => { if (!page.continues) add(number, null, [[page.title, TITLE], [page.lead, LEAD]]); });
    told.parts.forEach((part, number) => add(part.page, number, [[part.title, HEADING], [part.text, TEXT]]));
    const doors = told.doors.map((door) => door.words.map((phrase) => unstopped(splitWords(phrase))));
    const known = new Set([...inParts.keys(), ...doors.flat(2)]);

    // The words of long lists' entries come in a file for each first letter, their names in one for each page.
    const MANY = told.entries.reduce((sum, many) => sum + many, 0);
    const pageOf = told.entries.flatMap((many, page) => Array(many).fill(page));
    const letterOf = (stem) => (/^[a-z]/.test(stem) ? stem[0] : /^[0-9]/.test(stem) ? "figures" : "others");
    // Pages are ranked by the first MOST_WORDS of these. Danger is looked for in all: people tell it last.
    const lookedAt = (asked) => [...asked].slice(0, MOST_LETTERS).join("");
    const wordsOf = (asked) => splitWords(lookedAt(asked)).flatMap((word) => (spelt.get(word) ?? word).split(" "));
    const wanted = (asked) => (MANY ? [...new Set(unstopped(wordsOf(asked).slice(0, MOST_WORDS)).map(letterOf))].filter((name) => !taken.has(name)) : []);
    const take = (name, file) => {
      if (taken.has(name)) return;
      taken.add(name);
      if (Array.isArray(file)) {
        const page = Number(name), first = told.parts.length + pageOf.indexOf(page);
        file.forEach(([id, title, text], at) => { sections[first + at] = { page, id, title, text }; });
        return;
      }
      for (const [stem, pairs] of Object.entries(file)) {
        known.add(stem);
        inParts.set(stem, (inParts.get(stem) ?? 0) + pairs.length / 2);
        for (let at = 0; at < pairs.length; at += 2) (entries[pairs[at]] ??= new Map()).set(stem, pairs[at + 1]);
      }
    };

    const nearTo = (given) => {
      const whole = stemOf(`${given}g`);
      const stem = !known.has(given) && given.endsWith("in") && known.has(whole) ? whole : given;
      const near = new Map();
      if (stem.length >= SLIPS_FROM && !(weak.has(stem) && known.has(stem))) for (const word of known) if (word.startsWith(stem)) near.set(word, BEGINS);
      if (known.has(stem)) return near.set(stem, 1);
      const most = stem.length < SLIPS_FROM ? 0 : stem.length < TWO_SLIPS_FROM ? 1 : 2;
      const slips = new Map();
      for (const word of known) {
        if (most && word[0] === stem[0] && Math.abs(word.length - stem.length) <= most && word.length >= SLIPS_FROM) slips.set(word, slipsBetween(stem, word));
      }
      const fewest = Math.min(most + 1, ...slips.values());
      if (fewest <= most) {
        for (const [word, count] of slips) if (count === fewest && !near.has(word)) near.set(word, fewest === 1 ? ONE_SLIP : TWO_SLIPS);
      } else if (stem.length >= TWO_SLIPS_FROM - 1) {
        const sound = soundOf(stem), most = Math.floor(sound.length / 5);
        for (const word of known) {
          if (word[0] === stem[0] && !near.has(word) && slipsBetween(sound, soundOf(word)) <= most) near.set(word, ONE_SLIP);
        }
      }
      return near;
    };
    const weak = new Set(told.weak.map(stemOf)), strength = (phrase) => (phrase.every((stem) => weak.has(stem)) ? WEAK : 1);
    const doorScore = (phrases, near) => Math.max(0, ...phrases.map((phrase) => strength(phrase) * DOOR * (1 + 0.5 * (phrase.length - 1))
      * Math.min(...phrase.map((stem) => Math.max(0, ...near.map((stems) => stems.get(stem) ?? 0))))));
    const weightOf = (weights, near) => {
      let best = 0;
      for (const [stem, nearness] of near) {
        const weight = weights.get(stem);
        if (weight) best = Math.max(best, nearness * Math.log(1 + (parts.length + MANY) / inParts.get(stem)) * weight / (weight + 1.5));
      }
      return best;
    };
    const resultOf = (page, [, found, place], near) => {
      const about = told.pages[page];
      const part = place ? sections.findIndex((each) => each?.page === page && each.id === place) : found;
      if (part === null) {
        const text = about.lead || (told.parts.find((each) => each.page === page)?.text ?? "");
        return { url: about.url, title: about.title, section: "", excerpt: excerptOf(text, new Set()) };
      }
      const section = sections[part] ?? { id: "", title: "", text: "" };
      const url = section.id ? `${about.url}#${section.id}` : about.url;
      return { url, title: about.title, section: section.title, excerpt: excerptOf(section.text, new Set(near.flatMap((stems) => [...stems.keys()]))) };
    };

    const rank = (asked) => {
      const words = wordsOf(asked);
      const near = unstopped(words.slice(0, MOST_WORDS)).map(nearTo);
      const scores = doors.map((phrases) => doorScore(phrases, near));
      const pages = new Map(), best = new Map(), texts = new Map();
      scores.forEach((score, number) => {
        if (!score) return;
        const { page, id } = told.doors[number];
        pages.set(page, Math.max(pages.get(page) ?? 0, score - number / 1000));
        if (!best.has(page)) best.set(page, [score, null, id || null]);
      });
      const weigh = (weights, page, part) => {
        const score = near.reduce((sum, stems) => sum + weightOf(weights, stems), 0);
        texts.set(page, Math.max(texts.get(page) ?? 0, score));
        if (score && (!best.has(page) || score > best.get(page)[0])) best.set(page, [score, part, null]);
      };
      parts.forEach((weights, place) => weigh(weights, ...places[place]));
      entries.forEach((weights, number) => weigh(weights, pageOf[number], told.parts.length + number));
      for (const [page, score] of texts) if (score) pages.set(page, (pages.get(page) ?? 0) + score);
      const found = dangerIn(lookedAt(asked)), signs = told.signs.filter(({ code }) => found.has(code));
      signs.forEach(({ page }, place) => {
        pages.set(page, (pages.get(page) ?? 0) + DANGER / (1 + place));
        if (!best.has(page)) best.set(page, [0, null, null]);
      });
      const order = [...pages.keys()].sort((one, other) => pages.get(other) - pages.get(one) || one - other);
      const most = !order.length ? 0 : signs.length ? Math.min(pages.get(order[0]), DOOR) : pages.get(order[0]);
      const strongest = Math.max(0, ...scores);
      const kept = order.filter((page) => pages.get(page) >= LEAST_SHARE * most).slice(0, MOST_RESULTS);
      return {
        // Pages of which an entry is found whose name has not come yet.
        lacking: kept.filter((page) => best.get(page)[1] !== null && !sections[best.get(page)[1]]).map(String),
        signs,
        says: [...new Set(told.doors.filter((door, number) => door.says && scores[number] && scores[number] === strongest).map((door) => door.says))],
        results: kept.map((page) => resultOf(page, best.get(page), near)),
        stems: [...new Set(near.flatMap((stems) => [...stems.keys()]))],
      };
    };
    return { rank, wanted, take, ring: told.ring };
  };
  globalThis.communitySearch = { prepare, pieces };
})();
