// Finds pages for words as people say them. The same rules stand in community/search/search_ranking.py, which answers where there is no
// script. Change both: one table of words tests them.
(() => {
  "use strict";
  const MOST_LETTERS = 200, MOST_WORDS = 12, MOST_RESULTS = 8;
  const TITLE = 6, LEAD = 3, HEADING = 3, TEXT = 1;
  const BEGINS = 0.7, ONE_SLIP = 0.6, TWO_SLIPS = 0.4, DOOR = 10, LEAST_SHARE = 0.15;
  const SLIPS_FROM = 4, TWO_SLIPS_FROM = 8, SLIPS_ALONE_FROM = 7;

  const splitWords = (text) => text.replace(/['’‘ʼ`´]/g, "").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "")
    .match(/[\p{L}\p{N}]+/gu) ?? [];

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

  const prepare = (told) => {
    const stop = new Set(told.stop), others = new Set(told.others), between = new Set(told.between);
    const parts = [], places = [], inParts = new Map();
    const sections = [...told.parts], taken = new Set(), entries = [];

    const unstopped = (words) => {
      const left = words.filter((word) => !stop.has(word));
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
    const wordsOf = (asked) => splitWords([...asked].slice(0, MOST_LETTERS).join("")).slice(0, MOST_WORDS);
    const wanted = (asked) => (MANY ? [...new Set(unstopped(wordsOf(asked)).map(letterOf))].filter((name) => !taken.has(name)) : []);
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

    const nearTo = (stem) => {
      const near = new Map();
      if (stem.length >= SLIPS_FROM) for (const word of known) if (word.startsWith(stem)) near.set(word, BEGINS);
      if (known.has(stem)) return near.set(stem, 1);
      const most = stem.length < SLIPS_FROM ? 0 : stem.length < TWO_SLIPS_FROM ? 1 : 2;
      const slips = new Map();
      for (const word of known) {
        if (most && word[0] === stem[0] && Math.abs(word.length - stem.length) <= most && word.length >= SLIPS_FROM) slips.set(word, slipsBetween(stem, word));
      }
      const fewest = Math.min(most + 1, ...slips.values());
      if (fewest <= most) {
        for (const [word, count] of slips) if (count === fewest && !near.has(word)) near.set(word, fewest === 1 ? ONE_SLIP : TWO_SLIPS);
      }
      return near;
    };
    const doorScore = (phrases, near) => Math.max(0, ...phrases.map((phrase) => DOOR * (1 + 0.5 * (phrase.length - 1))
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

    // The kinds of danger that words may mean: as in a form's answers.
    const mayBe = (token, word) => {
      if (token === word) return true;
      if (token[0] !== word[0] || others.has(token) || word.length < SLIPS_FROM) return false;
      return slipsBetween(token, word) === 1 && (word.length > SLIPS_FROM || token.length !== word.length);
    };
    const says = (words, start, phrase) => {
      if (!mayBe(words[start], phrase[0])) return false;
      if (phrase.length === 1 && words[start] !== phrase[0] && phrase[0].length < SLIPS_ALONE_FROM) return false;
      let place = start;
      for (const word of phrase.slice(1)) {
        place += 1;
        while (place < words.length && !mayBe(words[place], word) && between.has(words[place])) place += 1;
        if (place >= words.length || !mayBe(words[place], word)) return false;
      }
      return true;
    };
    const signsIn = (words) => told.signs.filter((sign) => {
      const spokenFor = new Set();
      for (const other of sign.not.map((phrase) => phrase.split(" "))) {
        words.forEach((_, at) => {
          if (other.every((word, step) => words[at + step] === word)) other.forEach((_word, step) => spokenFor.add(at + step));
        });
      }
      return sign.words.some((phrase) => words.some((_, at) => !spokenFor.has(at) && says(words, at, phrase.split(" "))));
    });

    const rank = (asked) => {
      const words = wordsOf(asked);
      const near = unstopped(words).map(nearTo);
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
      const order = [...pages.keys()].sort((one, other) => pages.get(other) - pages.get(one) || one - other);
      const most = order.length ? pages.get(order[0]) : 0;
      const strongest = Math.max(0, ...scores);
      const kept = order.filter((page) => pages.get(page) >= LEAST_SHARE * most).slice(0, MOST_RESULTS);
      return {
        // Pages of which an entry is found whose name has not come yet.
        lacking: kept.filter((page) => best.get(page)[1] !== null && !sections[best.get(page)[1]]).map(String),
        signs: signsIn(words),
        says: [...new Set(told.doors.filter((door, number) => door.says && scores[number] && scores[number] === strongest).map((door) => door.says))],
        results: kept.map((page) => resultOf(page, best.get(page), near)),
        stems: [...new Set(near.flatMap((stems) => [...stems.keys()]))],
      };
    };
    return { rank, wanted, take, ring: told.ring };
  };
  globalThis.communitySearch = { prepare, pieces };
})();
