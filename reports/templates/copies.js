// Every figure as PNG and SVG, and the figures of a figure or table as CSV.
const addCopies = words => {
  const field = text => /[",\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
  const said = cell => {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll('[aria-hidden="true"], .strip, .copy').forEach(each => each.remove());
    return copy.textContent.replace(/\s+/g, ' ').trim();
  };
  const csv = table => [
    ...(table.caption ? [field(said(table.caption))] : []),
    ...[...table.rows].map(row => [...row.cells].flatMap(cell => [field(said(cell)), ...Array(cell.colSpan - 1).fill('')]).join(',')),
  ].join('\n');
  const offer = (place, text, spoken, kind, name, content) => {
    const button = document.createElement('button');
    button.className = 'copy';
    button.textContent = text;
    button.type = 'button';
    if (spoken !== text) button.setAttribute('aria-label', spoken);
    button.addEventListener('click', async e => {
      e.preventDefault();
      button.textContent = await hand(kind, name, content) ? words.copied : words.saved;
      setTimeout(() => { button.textContent = text; }, 2000);
    });
    place.append(' ', button);
  };
  const offerCsv = (place, tables, name) =>
    offer(place, words.copy, words.copy, 'text/csv', name + '.csv', () => tables().map(csv).join('\n\n') + '\n');
  const offerPictures = (place, figure, name, after) => {
    const svg = () => drawFigure(figure), kinds = [['PNG', words.copy_png, 'image/png', () => pngOf(svg())], ['SVG', words.copy_svg, 'image/svg+xml', svg]];
    kinds.forEach(([short, whole, kind, content], k) => offer(place, after || k ? short : whole, whole, kind, `${name}.${short.toLowerCase()}`, content));
  };
  document.querySelectorAll('figure').forEach(figure => {
    const caption = figure.querySelector('figcaption');
    const tables = () => [...figure.querySelectorAll('table')].filter(t => !t.closest('details.cells'));
    if (!caption) return;
    if (tables().length) offerCsv(caption, tables, caption.id);
    offerPictures(caption, figure, caption.id, tables().length > 0);
  });
  document.querySelectorAll('details.cells').forEach(details => {
    const note = details.querySelector('p.note'), tables = () => [...details.querySelectorAll('table')];
    if (note && tables().length) offerCsv(note, tables, 'table');
  });
};
