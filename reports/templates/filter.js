// One model or one factor of many: all that is about another is taken out of the page.
const addFilters = (tools, data, changed) => {
  const { words, models } = data;
  const chapters = [...document.querySelectorAll('section.factor')];
  const nameOf = element => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll('.demo, .copy, .arch, .foldbtn, span:not(.name), small, b').forEach(each => each.remove());
    return copy.textContent.replace(/\s+/g, ' ').trim();
  };
  const modelOf = element => models.indexOf(nameOf(element));

  // What is about a model: [element, models]; hidden where none of them is chosen.
  const ofModels = () => {
    const parts = [];
    const add = (element, ...about) => { if (element && about.every(m => m >= 0)) parts.push([element, about]); };
    document.querySelectorAll('main h3').forEach(h3 => add(h3.closest('.rh')?.parentElement || h3.parentElement, modelOf(h3)));
    document.querySelectorAll('main table.live').forEach(table => add(table, +table.dataset.m));
    document.querySelectorAll('.field canvas').forEach(canvas => add(canvas.closest('.map'), +canvas.dataset.m));
    document.querySelectorAll('.verdict dl>div').forEach(div => add(div, modelOf(div.querySelector('dt'))));
    document.querySelectorAll('main tbody tr').forEach(row => {
      const cells = [...row.cells], two = row.querySelector('.l') && row.querySelector('.r');
      if (two) return add(row, modelOf(row.querySelector('.l')), modelOf(row.querySelector('.r')));
      const named = cells.slice(0, 2).map(modelOf).find(m => m >= 0);
      if (named !== undefined && row.closest('table').querySelectorAll('tr').length > 1) add(row, named);
    });
    document.querySelectorAll('.wide').forEach(table => {
      models.forEach((_, m) => [...table.rows].forEach(row => add(row.cells[m + 1], m)));
    });
    return parts;
  };
  // What is about a factor, by the key of its chapter.
  const ofFactors = () => {
    const parts = chapters.map(chapter => [chapter, [chapter.id]]);
    const keyOf = cell => cell.querySelector(':scope>a[href^="#f-"]')?.hash.slice(1);
    document.querySelectorAll('.bar nav a[href^="#f-"]').forEach(a => parts.push([a, [a.hash.slice(1)]]));
    document.querySelectorAll('#summary table, #versus table').forEach(table => {
      let group;
      [...table.rows].forEach(row => {
        const keys = [...row.cells].map(keyOf), heads = row.closest('thead');
        if (heads) keys.forEach((key, k) => { if (key) [...table.rows].forEach(each => parts.push([each.cells[k], [key]])); });
        else if (row.matches('.g')) group = keys[0];
        const own = heads ? undefined : keys[0] || group;
        if (own) parts.push([row, [own]]);
      });
    });
    return parts;
  };
  // A level stands on the first row of several models: with one model, on each.
  const levels = on => document.querySelectorAll('main .cells tbody').forEach(body => {
    let level = '';
    [...body.rows].forEach(row => {
      const cell = row.cells[0];
      if (cell.dataset.lent) { cell.textContent = ''; delete cell.dataset.lent; }
      if (row.matches('.first')) level = cell.textContent;
      else if (on && level && !cell.textContent) { cell.textContent = level; cell.dataset.lent = '1'; }
    });
  });

  const chosen = { model: '', factor: '' };
  let parts = null;
  const apply = () => {
    parts ||= { model: ofModels(), factor: ofFactors() };
    document.querySelectorAll('.out').forEach(each => each.classList.remove('out'));
    Object.entries(parts).forEach(([kind, list]) => list.forEach(([element, about]) => {
      if (chosen[kind] !== '' && element && !about.some(each => String(each) === chosen[kind])) element.classList.add('out');
    }));
    levels(chosen.model !== '');
    changed();
  };
  const offer = (kind, title, all, options) => {
    if (options.length < 2) return;
    const label = document.createElement('label'), select = document.createElement('select');
    label.textContent = title;
    select.append(new Option(all, ''), ...options.map(([value, text]) => new Option(text, value)));
    select.addEventListener('change', () => { chosen[kind] = select.value; apply(); });
    label.append(select);
    tools.append(label);
  };
  const titles = new Map([...document.querySelectorAll('.bar nav a')].map(a => [a.hash.slice(1), a.textContent]));
  offer('model', words.model, words.all_models, models.map((name, m) => [String(m), name]));
  offer('factor', words.factor, words.all_factors, chapters.map(chapter => [chapter.id, titles.get(chapter.id)]));
};
