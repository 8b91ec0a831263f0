(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const tip = document.getElementById('tip');
  const box = document.getElementById('pairs');

  const el = (tag, cls, text) => {
    const made = document.createElement(tag);
    if (cls) made.className = cls;
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const picture = (key, label) => {
    const ns = 'http://www.w3.org/2000/svg';
    const svg = document.createElementNS(ns, 'svg');
    svg.setAttribute('viewBox', '0 0 100 ' + data.frame);
    svg.setAttribute('class', 'pic');
    if (label) { svg.setAttribute('role', 'img'); svg.setAttribute('aria-label', label); }
    if (key) {
      const use = document.createElementNS(ns, 'use');
      use.setAttribute('href', '#' + key);
      svg.append(use);
    }
    return svg;
  };
  const where = td => {
    const table = td.closest('table');
    const row = td.parentNode;
    return {
      table, f: table.dataset.f, m: +table.dataset.m,
      i: row.sectionRowIndex, j: [...row.querySelectorAll('td')].indexOf(td),
    };
  };
  const key = (i, j) => Math.min(i, j) + '-' + Math.max(i, j);
  const names = (f, i, j) => {
    const levels = data.chapters[f].levels;
    return i === j ? levels[i] : levels[i] + ' × ' + levels[j];
  };
  const bytesOf = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));
  // Cells i <= j, row by row.
  const rank = (n, i, j) => { const a = Math.min(i, j), b = Math.max(i, j); return a * n - a * (a - 1) / 2 + b - a; };
  const textAt = (column, k) => {
    column.at ||= new (column.bytes === 2 ? Uint16Array : Uint32Array)(bytesOf(column.codes).buffer);
    return column.texts[column.at[k]];
  };
  const factsOf = (chapter, m, i, j) => {
    const facts = chapter.models[m].facts;
    return chapter.maps ? facts.map(column => textAt(column, rank(chapter.levels.length, i, j))) : facts[key(i, j)];
  };
  const list = (chapter, texts) => {
    const dl = el('dl');
    chapter.pop_up.facts.forEach((name, k) => { if (texts[k]) dl.append(el('dt', '', name), el('dd', '', texts[k])); });
    return dl;
  };

  let lit = [];
  const dark = () => { lit.forEach(each => { each.classList.remove('on'); if (each.matches('.field i')) each.hidden = true; }); lit = []; tip.hidden = true; };

  function light(td) {
    dark();
    const at = where(td);
    td.closest('figure').querySelectorAll('table.live').forEach(table => {
      const row = table.tBodies[0].rows[at.i];
      const heads = table.tHead.rows[table.tHead.rows.length - 1].querySelectorAll('th');
      [row.querySelectorAll('td')[at.j], row.querySelector('.rl'), heads[at.j]].forEach(each => {
        each.classList.add('on');
        lit.push(each);
      });
    });
    say(at, td.getBoundingClientRect());
  }

  function say(at, box) {
    const chapter = data.chapters[at.f];
    tip.replaceChildren(el('b', '', names(at.f, at.i, at.j)), el('span', 'who', data.models[at.m]), list(chapter, factsOf(chapter, at.m, at.i, at.j)));
    tip.hidden = false;
    place(box);
  }

  function place(cell) {
    const w = tip.offsetWidth, h = tip.offsetHeight;
    let x = cell.right + 10;
    if (x + w > innerWidth - 8) x = cell.left - w - 10;
    x = Math.max(8, Math.min(x, innerWidth - w - 8));
    let y = cell.top + cell.height / 2 - h / 2;
    if (innerWidth < 640) y = cell.top - h - 10 > 52 ? cell.top - h - 10 : cell.bottom + 10;
    y = Math.max(56, Math.min(y, innerHeight - h - 8));
    tip.style.transform = `translate(${Math.round(x)}px,${Math.round(y)}px)`;
  }

  function grid(f, a, b, rows) {
    const pics = data.chapters[f].pictures;
    const levels = data.chapters[f].levels, noMatch = data.chapters[f].no_match;
    const table = el('table');
    const head = table.createTHead().insertRow();
    head.append(el('td'));
    pics[b].forEach(p => { const th = el('th'); th.append(picture(p, levels[b])); head.append(th); });
    const body = table.createTBody();
    rows.forEach((row, r) => {
      const tr = body.insertRow(), th = el('th');
      th.append(picture(pics[a][r], levels[a]));
      tr.append(th);
      row.forEach(score => {
        const td = tr.insertCell();
        if (score === null) return;
        const missed = score > noMatch / 2, n = missed ? score - noMatch : score;
        td.textContent = data.units[n + 100];
        td.className = 's' + Math.round(Math.min(Math.max(n, 0), 100) / 2) + (missed ? ' under' : '');
      });
    });
    return table;
  }

  function open({ f, i, j }) {
    const a = Math.min(i, j), b = Math.max(i, j);
    const chapter = data.chapters[f];
    const text = chapter.pop_up.pairs.replace('{a}', () => chapter.levels[a]).replace('{b}', () => chapter.levels[b]);
    box.querySelector('.title').textContent = names(f, a, b);
    box.querySelector('.sub').textContent = text;
    box.querySelector('.grids').replaceChildren(...chapter.models.map((model, m) => {
      const one = el('div', 'one'), rows = model.pairs[key(a, b)];
      one.append(el('h3', '', data.models[m]), rows ? grid(f, a, b, rows) : el('p', 'quiet', chapter.pop_up.no_pairs), list(chapter, factsOf(chapter, m, a, b)));
      return one;
    }));
    dark();
    box.showModal();
    box.scrollTop = 0;
  }

  function step(td, name) {
    const table = td.closest('table');
    const cells = [...table.tBodies[0].querySelectorAll('td')], n = table.tBodies[0].rows.length;
    const k = cells.indexOf(td), column = k % n;
    const to = {
      ArrowRight: column < n - 1 ? k + 1 : k, ArrowLeft: column ? k - 1 : k,
      ArrowDown: k + n < n * n ? k + n : k, ArrowUp: k - n >= 0 ? k - n : k,
      Home: k - column, End: k - column + n - 1,
    }[name];
    if (to === undefined) return false;
    td.tabIndex = -1;
    cells[to].tabIndex = 0;
    cells[to].focus();
    return true;
  }

  // --- where the other picture answers ---
  const NS = 'http://www.w3.org/2000/svg';
  const decoded = new Map();
  const pointsOf = svg => {
    const [f, model, side, ...variant] = svg.dataset.place.split(' ');
    const points = data.chapters[f].points.find(p => p.model === +model && p.variant === variant.join(' '));
    if (!decoded.has(points)) decoded.set(points, Uint8Array.from(atob(points.data), c => c.charCodeAt(0)));
    return { points, values: decoded.get(points), side: +side };
  };
  const sizes = (points, side) => side === 0 ? [points.rows, points.columns] : [points.other_rows, points.other_columns];
  const spot = (svg, points, side, row, column) => {
    const [top, left, bottom, right] = svg.dataset.at.split(' ').map(Number);
    const [rows, columns] = sizes(points, side), box = svg.viewBox.baseVal;
    const w = box.width / columns / (right - left), h = box.height / rows / (bottom - top);
    return { x: (column / columns - left) / (right - left) * box.width, y: (row / rows - top) / (bottom - top) * box.height, w, h };
  };
  const shown = (svg, name) => {
    svg.querySelectorAll('rect').forEach(each => each.remove());
    svg.querySelector('use').setAttribute('href', '#' + svg.dataset[name]);
  };
  const draw = (svg, cls, at, fill, opacity) => {
    const rect = document.createElementNS(NS, 'rect');
    [['x', at.x], ['y', at.y], ['width', at.w], ['height', at.h]].forEach(([k, x]) => rect.setAttribute(k, x.toFixed(2)));
    if (cls) rect.setAttribute('class', cls);
    if (fill) { rect.setAttribute('fill', fill); rect.setAttribute('fill-opacity', opacity); }
    svg.append(rect);
  };
  const others = svg => [...svg.closest('.both').querySelectorAll('svg[data-place]')].find(each => each !== svg);
  function point(svg, row, column) {
    const { points, values, side } = pointsOf(svg), other = others(svg);
    const [rows, columns] = sizes(points, side), [r2, c2] = sizes(points, 1 - side);
    row = Math.max(0, Math.min(rows - 1, row));
    column = Math.max(0, Math.min(columns - 1, column));
    svg.dataset.row = row;
    svg.dataset.column = column;
    const here = row * columns + column, n = side === 0 ? r2 * c2 : rows * columns;
    const answer = k => side === 0 ? values[here * n + k] : values[k * n + here];
    let top = 1;
    for (let k = 0; k < r2 * c2; k++) top = Math.max(top, answer(k));
    [svg, other].forEach(each => shown(each, 'plain'));
    const at = spot(svg, points, side, row, column);
    draw(svg, 'mark under', at);
    draw(svg, 'mark', at);
    for (let k = 0; k < r2 * c2; k++) {
      const u = answer(k) / top;
      if (u < 0.12) continue;
      const cell = spot(other, points, 1 - side, Math.floor(k / c2), k % c2);
      draw(other, '', cell, data.evidence[Math.round(50 * u)], (0.82 * Math.min(1, (u - 0.06) / 0.5)).toFixed(2));
    }
  }
  const back = svg => [svg, others(svg)].forEach(each => shown(each, 'map'));
  document.querySelectorAll('.seen svg[data-place]').forEach(svg => {
    svg.addEventListener('click', e => {
      const box = svg.getBoundingClientRect(), { points, side } = pointsOf(svg), [rows, columns] = sizes(points, side);
      const [top, left, bottom, right] = svg.dataset.at.split(' ').map(Number);
      const y = top + (e.clientY - box.top) / box.height * (bottom - top);
      const x = left + (e.clientX - box.left) / box.width * (right - left);
      point(svg, Math.floor(y * rows), Math.floor(x * columns));
    });
    svg.addEventListener('keydown', e => {
      const by = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Enter: [0, 0] }[e.key];
      if (e.key === 'Escape') back(svg);
      if (!by) return;
      e.preventDefault();
      const { points, side } = pointsOf(svg), [rows, columns] = sizes(points, side);
      const row = svg.dataset.row === undefined ? rows >> 1 : +svg.dataset.row;
      const column = svg.dataset.column === undefined ? columns >> 1 : +svg.dataset.column;
      point(svg, row + by[0], column + by[1]);
    });
  });

  const cellOf = event => event.target.closest('tbody td');
  document.querySelectorAll('table.live').forEach(table => {
    table.addEventListener('mouseover', e => { const td = cellOf(e); if (td) light(td); });
    table.addEventListener('mouseleave', dark);
    table.addEventListener('focusin', e => { const td = cellOf(e); if (td && td.matches(':focus-visible')) light(td); });
    table.addEventListener('focusout', dark);
    table.addEventListener('click', e => { const td = cellOf(e); if (td) open(where(td)); });
    table.addEventListener('keydown', e => {
      const td = cellOf(e);
      if (!td) return;
      if (e.key === 'Escape') dark();
      else if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); open(where(td)); }
      else if (step(td, e.key)) e.preventDefault();
    });
  });

  // --- heat maps of many conditions: one pixel a cell ---
  const maps = [...document.querySelectorAll('.field canvas')];
  const shades = letter => {
    const sample = document.body.appendChild(el('i'));
    const colours = Array.from({ length: 52 }, (_, k) => {
      sample.className = k ? letter + (k - 1) : '';
      sample.style.backgroundColor = k ? '' : 'var(--faint)';
      return getComputedStyle(sample).backgroundColor.match(/\d+/g).slice(0, 3).map(Number);
    });
    sample.remove();
    return colours;
  };
  const paint = canvas => {
    const { f, m, g, scale } = canvas.dataset, n = canvas.width;
    const steps = bytesOf(data.chapters[f].maps[g][m]), colours = shades(scale);
    const context = canvas.getContext('2d'), image = context.createImageData(n, n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) image.data.set([...colours[steps[rank(n, i, j)]], 255], 4 * (i * n + j));
    }
    context.putImageData(image, 0, 0);
  };
  const put = (canvas, i, j) => {
    const n = canvas.width, mark = canvas.nextElementSibling, box = canvas.getBoundingClientRect(), side = box.width / n;
    dark();
    canvas.dataset.i = i;
    canvas.dataset.j = j;
    lit = [mark];
    mark.hidden = false;
    mark.style.cssText = `left:${100 * j / n}%;top:${100 * i / n}%;width:${100 / n}%;height:${100 / n}%`;
    say({ f: canvas.dataset.f, m: +canvas.dataset.m, i, j }, new DOMRect(box.left + j * side, box.top + i * side, side, side));
  };
  maps.forEach(canvas => {
    const n = canvas.width, whole = x => Math.max(0, Math.min(n - 1, Math.floor(x)));
    const under = e => { const box = canvas.getBoundingClientRect(); return [whole((e.clientY - box.top) / box.height * n), whole((e.clientX - box.left) / box.width * n)]; };
    const at = () => { const start = data.chapters[canvas.dataset.f].standard; return [+(canvas.dataset.i ?? start), +(canvas.dataset.j ?? start)]; };
    const leave = dark;
    const choose = ([i, j]) => { leave(); open({ f: canvas.dataset.f, i, j }); };
    paint(canvas);
    canvas.addEventListener('mousemove', e => put(canvas, ...under(e)));
    canvas.addEventListener('mouseleave', leave);
    canvas.addEventListener('blur', leave);
    canvas.addEventListener('focus', () => { if (canvas.matches(':focus-visible')) put(canvas, ...at()); });
    canvas.addEventListener('click', e => choose(under(e)));
    canvas.addEventListener('keydown', e => {
      const by = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[e.key], [i, j] = at();
      if (e.key === 'Escape') leave();
      else if (e.key === 'Enter' || e.key === ' ') choose([i, j]);
      else if (by) put(canvas, whole(i + by[0]), whole(j + by[1]));
      else return;
      e.preventDefault();
    });
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => maps.forEach(paint));
  box.addEventListener('click', e => { if (e.target === box) box.close(); });
  addEventListener('scroll', () => {
    const a = document.activeElement;
    if (a && a.matches('table.live tbody td:focus-visible') && !box.open) light(a);
    else if (a && a.matches('a.term:focus-visible') && !tip.hidden) explained(a);
    else dark();
  }, { passive: true });
  const bar = document.querySelector('.bar');
  addContents(bar);
  // --- chapters fold on a phone ---
  const small = matchMedia('(max-width:820px)');
  const fold = (section, folded) => {
    section.classList.toggle('folded', folded);
    const button = section.querySelector('.foldbtn');
    button.textContent = folded ? data.words.unfold : data.words.fold;
    button.setAttribute('aria-expanded', !folded);
  };
  document.querySelectorAll('section.factor').forEach(section => {
    const head = section.querySelector('.head');
    if (!head) return;
    const button = el('button', 'foldbtn');
    button.type = 'button';
    head.append(button);
    button.addEventListener('click', () => fold(section, !section.classList.contains('folded')));
    fold(section, small.matches);
  });
  addCopies(data.words);
  // --- terms are explained where they first stand in a section ---
  const terms = [...document.querySelectorAll('.terms>div')].map(div => ({
    id: div.id, name: div.querySelector('dt').textContent, text: div.querySelector('dd').textContent,
  }));
  const escaped = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = name => name.length === 1
    ? new RegExp('(?<=^|, )' + escaped(name) + '(?= [.\u2212\\d]|\\s*$)', 'u')
    : new RegExp('(?<![\\p{L}\\d\u2032])' + escaped(name) + '(?![\\p{L}\\d\u2032])', 'iu');
  const explain = (node, term, at, length) => {
    const rest = node.splitText(at);
    rest.splitText(length);
    const link = el('a', 'term', rest.data);
    link.href = '#' + term.id;
    link.dataset.text = term.text;
    rest.replaceWith(link);
  };
  const told = '.finding, figcaption, .note, .facts, .say, .reading p, .how h3, .kh h3, thead th, th span';
  document.querySelectorAll('main section:not(#glossary)').forEach(section => {
    const open = new Map(terms.map(term => [term, pattern(term.name)]));
    section.querySelectorAll(told).forEach(place => {
      if (place.closest('table.live, a, button') || place.querySelector('table')) return;
      open.forEach((regex, term) => {
        const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const hit = !node.parentNode.closest('a, button, .sr, svg') && regex.exec(node.data);
          if (!hit) continue;
          explain(node, term, hit.index, hit[0].length);
          open.delete(term);
          break;
        }
      });
    });
  });
  const explained = link => {
    tip.replaceChildren(el('b', '', link.textContent), el('p', '', link.dataset.text));
    tip.hidden = false;
    place(link.getBoundingClientRect());
  };
  document.querySelectorAll('a.term').forEach(link => {
    link.addEventListener('mouseenter', () => explained(link));
    link.addEventListener('focus', () => explained(link));
    link.addEventListener('mouseleave', dark);
    link.addEventListener('blur', dark);
  });
  // Whatever has the focus: what a pointer has opened is closed by keyboard too.
  document.addEventListener('keydown', e => { if (e.key === 'Escape') dark(); });
  reachByKeyboard();
  // --- search, and one model or factor of many ---
  const tools = bar.querySelector('.tools');
  tools.hidden = false;
  const again = addSearch(tools, data.words);
  addFilters(tools, data, again);
  // A link to what is folded away unfolds it, also where the browser would not by itself.
  const unfold = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const chapter = target.closest('section.folded');
    if (chapter) fold(chapter, false);
    const folded = target.closest('details:not([open])');
    if (folded) folded.open = true;
    if (chapter || folded) target.scrollIntoView();
  };
  addEventListener('hashchange', unfold);
  unfold();
  addEventListener('beforeprint', () => {
    document.querySelectorAll('details').forEach(d => { d.open = true; });
    document.querySelectorAll('section.folded').forEach(section => fold(section, false));
  });
})();
