'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const tip = document.getElementById('tip');
  const box = document.getElementById('pairs');
  const NO_MATCH = data.no_match;

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
  const list = texts => {
    const dl = el('dl');
    data.facts.forEach((name, k) => { if (texts[k]) dl.append(el('dt', '', name), el('dd', '', texts[k])); });
    return dl;
  };

  let lit = [];
  const dark = () => { lit.forEach(each => each.classList.remove('on')); lit = []; tip.hidden = true; };

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
    const model = data.chapters[at.f].models[at.m];
    tip.replaceChildren(el('b', '', names(at.f, at.i, at.j)), el('span', 'who', data.models[at.m]), list(model.facts[key(at.i, at.j)]));
    tip.hidden = false;
    place(td.getBoundingClientRect());
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
    const levels = data.chapters[f].levels;
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
        const missed = score > NO_MATCH / 2, n = missed ? score - NO_MATCH : score;
        td.textContent = data.units[n + 100];
        td.className = 's' + Math.round(Math.min(Math.max(n, 0), 100) / 2) + (missed ? ' under' : '');
      });
    });
    return table;
  }

  function open(td) {
    const { f, i, j } = where(td), a = Math.min(i, j), b = Math.max(i, j);
    const chapter = data.chapters[f];
    const text = data.pair_text.replace('{a}', () => chapter.levels[a]).replace('{b}', () => chapter.levels[b]);
    box.querySelector('h2').textContent = names(f, a, b);
    box.querySelector('.sub').textContent = text;
    box.querySelector('.grids').replaceChildren(...chapter.models.map((model, m) => {
      const one = el('div', 'one'), rows = model.pairs[key(a, b)];
      one.append(el('h3', '', data.models[m]), rows ? grid(f, a, b, rows) : el('p', 'quiet', data.no_pairs), list(model.facts[key(a, b)]));
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

  const cellOf = event => event.target.closest('tbody td');
  document.querySelectorAll('table.live').forEach(table => {
    table.addEventListener('mouseover', e => { const td = cellOf(e); if (td) light(td); });
    table.addEventListener('mouseleave', dark);
    table.addEventListener('focusin', e => { const td = cellOf(e); if (td && td.matches(':focus-visible')) light(td); });
    table.addEventListener('focusout', dark);
    table.addEventListener('click', e => { const td = cellOf(e); if (td) open(td); });
    table.addEventListener('keydown', e => {
      const td = cellOf(e);
      if (!td) return;
      if (e.key === 'Escape') dark();
      else if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); open(td); }
      else if (step(td, e.key)) e.preventDefault();
    });
  });
  box.addEventListener('click', e => { if (e.target === box) box.close(); });
  addEventListener('scroll', () => {
    const a = document.activeElement;
    if (a && a.matches('table.live tbody td:focus-visible') && !box.open) light(a); else dark();
  }, { passive: true });
  addEventListener('beforeprint', () => document.querySelectorAll('details').forEach(d => { d.open = true; }));
})();
