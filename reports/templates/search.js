// Words are looked for in the page, also in what is folded away.
const addSearch = (tools, words) => {
  const main = document.querySelector('main');
  const label = document.createElement('label'), field = document.createElement('input'), told = document.createElement('output');
  label.textContent = words.search;
  field.type = 'search';
  field.placeholder = ' '; // so that rules can tell whether anything is asked
  label.append(field);
  told.setAttribute('aria-live', 'polite');
  tools.append(label, told);

  const BLOCKS = 'p, li, dt, dd, th, td, caption, figcaption, h1, h2, h3, summary, div, text';
  const lower = text => { const small = text.toLowerCase(); return (small.length === text.length ? small : text).replace(/[\u00a0\n]/g, ' '); };
  // The text of the page in one string, with the node that every place of it lies in.
  const read = () => {
    const nodes = [], starts = [];
    let text = '', block = null;
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent.closest('.sr, .out, button, svg, script')) continue;
      const here = parent.closest(BLOCKS);
      if (here !== block) { text += '\n'; block = here; }
      nodes.push(node);
      starts.push(text.length);
      text += lower(node.data);
    }
    return { nodes, starts, text };
  };
  const rangeOf = ({ nodes, starts }, from, to) => {
    const at = place => { let k = starts.length - 1; while (starts[k] > place) k--; return k; };
    const first = at(from), last = at(to - 1), range = document.createRange();
    range.setStart(nodes[first], from - starts[first]);
    range.setEnd(nodes[last], to - starts[last]);
    return range;
  };
  let found = [], now = -1;
  const paint = () => {
    if (!window.Highlight) return;
    CSS.highlights.set('found', new Highlight(...found));
    CSS.highlights.set('found-now', new Highlight(...found.slice(now, now + 1)));
  };
  const look = () => {
    const asked = lower(field.value.trim()), page = asked ? read() : null;
    found = [];
    for (let at = page ? page.text.indexOf(asked) : -1; at >= 0 && found.length < 1000; at = page.text.indexOf(asked, at + asked.length)) {
      found.push(rangeOf(page, at, at + asked.length));
    }
    now = -1;
    told.textContent = !asked ? '' : found.length ? `0 / ${found.length}` : words.nothing_found;
    paint();
  };
  const go = step => {
    if (!found.length) return;
    now = now < 0 && step < 0 ? found.length - 1 : (now + step + found.length) % found.length;
    const place = found[now].startContainer.parentElement;
    const chapter = place.closest('section.folded');
    if (chapter) chapter.querySelector('.foldbtn').click();
    for (let closed = place.closest('details:not([open])'); closed; closed = closed.parentElement.closest('details:not([open])')) closed.open = true;
    place.scrollIntoView({ block: 'center' });
    told.textContent = `${now + 1} / ${found.length}`;
    paint();
  };
  field.addEventListener('input', look);
  field.addEventListener('keydown', e => {
    if (e.key === 'Enter') { e.preventDefault(); go(e.shiftKey ? -1 : 1); }
    else if (e.key === 'Escape' && field.value) { e.stopPropagation(); field.value = ''; look(); }
  });
  return look;
};
